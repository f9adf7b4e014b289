using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Registry;
using LabelPlatform.TrainingScheduler.Storage;
using LabelPlatform.TrainingScheduler.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>
/// Takes the next job that fits a worker, by priority and age, and assigns it: its token is raised and its version allotted. Of schedulers that look
/// at once, one gets it.
/// </summary>
internal sealed class ClaimNextJob(TrainingDbContext db, TrainingFolders folders, IOptions<AdmissionOptions> options)
{
    private const int Candidates = 20;
    private readonly AdmissionOptions _options = options.Value;

    /// <summary>Claims a job.</summary>
    /// <param name="worker">The worker, whose row is locked.</param>
    /// <param name="running">How many jobs it has; without any it takes the next one whatever that needs.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Claim> ExecuteAsync(TrainingWorker worker, int running, DateTime now, CancellationToken cancellation)
    {
        var profiles = worker.Profiles.Select(profile => profile.Name).ToArray();
        var candidates = await db.Jobs.AsNoTracking()
            .Where(job => job.CurrentState == JobStates.Queued && job.EligibleAt <= now && profiles.Contains(job.Profile))
            .InQueueOrder()
            .Take(Candidates)
            .ToListAsync(cancellation);
        string? misfit = null;
        var passedOver = new List<Guid>();
        foreach (var candidate in candidates)
        {
            if (running > 0 && FindMisfit(worker, candidate) is { } reason)
            {
                misfit ??= $"'{candidate.Label}' does not fit: {reason}";
                if (Reserves(candidate, worker, now))
                {
                    await ReserveAsync(candidate.CorrelationId, worker.CorrelationId, cancellation);
                    return new Claim(null, null, $"kept free for '{candidate.Label}': {reason}");
                }

                passedOver.Add(candidate.CorrelationId);
            }
            else if (await TryAssignAsync(candidate.CorrelationId, worker, now, cancellation) is { } claim)
            {
                await db.Jobs.Where(job => passedOver.Contains(job.CorrelationId) && job.CurrentState == JobStates.Queued && job.PassedOverAt == null)
                    .ExecuteUpdateAsync(job => job.SetProperty(row => row.PassedOverAt, now), cancellation);
                return claim;
            }
        }

        return new Claim(null, null, misfit);
    }

    /// <summary>Whether the worker is to take nothing else until there is room for a job: it was passed over for long, and no other worker does.</summary>
    private bool Reserves(TrainingJob job, TrainingWorker worker, DateTime now) => job.ReservedWorkerId is { } reserved
        ? reserved == worker.CorrelationId
        : now - job.PassedOverAt >= TimeSpan.FromSeconds(_options.ReserveAfterSeconds);

    private string? FindMisfit(TrainingWorker worker, TrainingJob job) =>
        job.Evictions >= _options.EvictionsUntilAlone
            ? $"it was stopped {job.Evictions} times and waits for a worker without other jobs"
            : AdmissionPolicy.FindMisfit(
                worker.Window, worker.CoresFor(job), worker.MemoryBytesFor(job), worker.Cores, worker.MemoryBytes, _options);

    private Task<int> ReserveAsync(Guid jobId, Guid workerId, CancellationToken cancellation) =>
        db.Jobs.Where(job => job.CorrelationId == jobId && job.CurrentState == JobStates.Queued && job.ReservedWorkerId == null)
            .ExecuteUpdateAsync(job => job.SetProperty(row => row.ReservedWorkerId, workerId), cancellation);

    private async Task<Claim?> TryAssignAsync(Guid jobId, TrainingWorker worker, DateTime now, CancellationToken cancellation)
    {
        var job = await db.Jobs
            .Where(job => job.CorrelationId == jobId && job.CurrentState == JobStates.Queued)
            .ForUpdateSkipLocked()
            .SingleOrDefaultAsync(cancellation);
        if (job is null)
            return null;

        var model = await db.Models.Where(model => model.Name == job.Model).ForUpdate().SingleAsync(cancellation);
        model.LastVersion = Math.Max(model.LastVersion + 1, new DateTimeOffset(now).ToUnixTimeSeconds());
        job.AssignTo(worker, model.LastVersion, now);
        job.ComparedVersion = model.LiveVersion;
        var order = await CreateOrderAsync(job, model, cancellation);
        await db.SaveChangesAsync(cancellation);
        return new Claim(job, order, null);
    }

    private async Task<TrainingOrder> CreateOrderAsync(TrainingJob job, Model model, CancellationToken cancellation)
    {
        var dataset = await db.Datasets.AsNoTracking().SingleAsync(dataset => dataset.Id == job.DatasetId, cancellation);
        var run = await db.Runs.AsNoTracking().SingleAsync(run => run.CorrelationId == job.RunId, cancellation);
        return new TrainingOrder(
            job.Label,
            job.Model,
            model.LastVersion,
            folders.DatasetOf(dataset.Id),
            dataset.Hash,
            dataset.Format,
            folders.FeatureTableOf(dataset.Id),
            run.Ancestors,
            job.Parameters,
            job.Profile,
            folders.StagingOf(job.CorrelationId, job.Token),
            model.LiveVersion is { } live ? folders.VersionOf(model.Name, live) : null);
    }
}
