using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using LabelPlatform.Contracts.Training;
using LabelPlatform.ModelsConfig;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.TrainingScheduler.Datasets;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Registry;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Runs;

/// <summary>Begins runs: a run, its jobs and the models that they are for are written in one transaction, or nothing is.</summary>
internal sealed class RunPlanner(
    TrainingDbContext db, DatasetStore datasets, LabelTree tree, JobEstimates estimates, DatabaseClock clock, ILogger<RunPlanner> logger)
{
    private const int ModelNameDigits = 12;

    /// <summary>Begins a run, unless it has begun already.</summary>
    /// <returns>Null, or why there is none.</returns>
    public async Task<TrainingRejected?> BeginAsync(RequestTraining request, CancellationToken cancellation)
    {
        if (await db.Runs.AnyAsync(run => run.CorrelationId == request.RunId, cancellation))
            return null;
        if (await datasets.FindAsync(request.Dataset, cancellation) is not { } dataset)
            return new TrainingRejected($"There is no dataset '{request.Dataset}'; GET /v1/datasets lists those that there are.", "dataset");

        var labels = request.Labels ?? [.. dataset.Report.Labels.Select(label => new LabelToTrain(label.Label))];
        if (labels.Count == 0)
            return new TrainingRejected("There are no labels to train.", "labels");
        if (labels.GroupBy(label => label.Label, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            return new TrainingRejected($"The label '{twice.Key}' is there twice.", "labels");
        var ancestors = await tree.GetAncestorsAsync(
            [.. dataset.Report.Labels.Select(label => label.Label), .. labels.Select(label => label.Label)], cancellation);
        if (FindUnknown(labels, dataset, ancestors) is { } unknown)
        {
            return new TrainingRejected(
                $"The dataset has no row for '{unknown}', nor for a label below it. Its labels are: {Join(dataset.Report.Labels.Select(label => label.Label))}.", "labels");
        }

        await using var transaction = await db.BeginWriteAsync(cancellation);
        var now = await clock.GetUtcNowAsync(db, cancellation);
        var (models, rejected) = await GetModelsAsync(labels, cancellation);
        if (rejected is not null)
            return rejected;
        db.Runs.Add(CreateRun(request, dataset, ancestors, now));
        db.Jobs.AddRange(await CreateJobsAsync(request, labels, models, dataset, now, cancellation));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Log.RunQueued(logger, request.RunId, labels.Count);
        return null;
    }

    /// <summary>The name that a model is given when its label is first trained.</summary>
    private static string NameOf(LabelToTrain label) =>
        label.Model ?? "m" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(label.Label)))[..ModelNameDigits];

    private static string? FindUnknown(
        IReadOnlyList<LabelToTrain> labels, Dataset dataset, IReadOnlyDictionary<string, IReadOnlyList<string>> ancestors)
    {
        var known = dataset.Report.Labels.Select(label => label.Label).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(dataset.Report.Labels.SelectMany(label => ancestors.GetValueOrDefault(label.Label) ?? []));
        return labels.FirstOrDefault(label => !known.Contains(label.Label))?.Label;
    }

    /// <summary>The models of the labels, by label. Each label has one, named when it is first trained.</summary>
    private async Task<(Dictionary<string, Model> Models, TrainingRejected? Rejected)> GetModelsAsync(
        IReadOnlyList<LabelToTrain> labels, CancellationToken cancellation)
    {
        var titles = labels.Select(label => label.Label).ToArray();
        var names = labels.Select(NameOf).ToArray();
        var known = await db.Models.Where(model => titles.Contains(model.Label) || names.Contains(model.Name)).ToListAsync(cancellation);
        var byLabel = known.ToDictionary(model => model.Label, StringComparer.Ordinal);
        var byName = known.ToDictionary(model => model.Name, StringComparer.Ordinal);
        foreach (var label in labels.Where(label => !byLabel.ContainsKey(label.Label)))
        {
            var model = new Model { Name = NameOf(label), Label = label.Label };
            if (!ModelName.IsValid(model.Name))
                return (byLabel, new TrainingRejected($"The model name '{model.Name}' is not 1 to 64 of the characters a-z, 0-9, _ and -.", "labels"));
            if (!byName.TryAdd(model.Name, model))
            {
                var other = byName[model.Name].Label;
                return (byLabel, new TrainingRejected($"The model '{model.Name}' decides '{other}' already; give the one of '{label.Label}' another name.", "labels"));
            }

            db.Models.Add(model);
            byLabel.Add(label.Label, model);
        }

        return (byLabel, null);
    }

    private static TrainingRun CreateRun(
        RequestTraining request, Dataset dataset, IReadOnlyDictionary<string, IReadOnlyList<string>> ancestors, DateTime now) => new()
        {
            CorrelationId = request.RunId,
            CurrentState = nameof(TrainingRunStateMachine.Running),
            DatasetId = dataset.Id,
            Ancestors = ancestors,
            Parameters = request.Parameters,
            Profile = request.Profile,
            Priority = request.Priority,
            Promotion = request.Promotion,
            RequestedBy = request.RequestedBy,
            CreatedAt = now,
            DueAt = now + TrainingRun.LookAgainAfter,
        };

    private async Task<List<TrainingJob>> CreateJobsAsync(
        RequestTraining request,
        IReadOnlyList<LabelToTrain> labels,
        Dictionary<string, Model> models,
        Dataset dataset,
        DateTime now,
        CancellationToken cancellation)
    {
        var estimate = await estimates.FindAsync(dataset.Id, request.Profile, request.Parameters.Network, cancellation);
        return
        [
            .. labels.Select((label, index) => new TrainingJob
            {
                CorrelationId = Guid.CreateVersion7(),
                CurrentState = JobStates.Queued,
                RunId = request.RunId,
                Ordinal = index,
                Label = label.Label,
                Model = models[label.Label].Name,
                DatasetId = dataset.Id,
                Parameters = request.Parameters,
                Profile = request.Profile,
                Priority = request.Priority,
                CreatedAt = now,
                TraceParent = Activity.Current?.Id,
                EligibleAt = now,
                EstimatedCores = estimate?.Cores,
                EstimatedMemoryBytes = estimate?.MemoryBytes,
            }),
        ];
    }

    private static string Join(IEnumerable<string> labels)
    {
        const int Shown = 20;
        var all = labels.ToArray();
        return string.Join('、', all.Take(Shown)) + (all.Length > Shown ? $" and {all.Length - Shown} more" : "");
    }
}
