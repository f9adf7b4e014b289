using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Tests.AllInOne;

/// <summary>What a scheduler without a worker knows: jobs end as soon as they are asked for, as the test says.</summary>
internal sealed class TrainingSchedulerStub
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);
    private static readonly ModelMetrics Metrics = new(20, 300, 0.8, 0.7, 0.75, 0.8, 0.95, 0.02);

    private int _unanswered;

    /// <summary>How many of the first questions for models get no answer.</summary>
    public int Unanswered { get; init; }

    /// <summary>Models that were there before.</summary>
    public IReadOnlyList<ModelDetails> Models { get; init; } = [];

    /// <summary>Whether there was a run before.</summary>
    public bool HasRun { get; init; }

    /// <summary>Why the dataset is refused; null: it is not.</summary>
    public string? Refusal { get; init; }

    /// <summary>How the job of a model stands.</summary>
    public Func<string, string> StateOf { get; init; } = _ => "succeeded";

    public RegisterDataset? Registered { get; private set; }

    public RequestTraining? Requested { get; private set; }

    public ModelsFound? GetModels()
    {
        if (Interlocked.Increment(ref _unanswered) <= Unanswered)
            return null;
        return new ModelsFound(Requested is null ? Models : [.. Run().Jobs.Where(job => job.State == "succeeded").Select(job => Live(job.Model, job.Label))]);
    }

    public TrainingRunsFound GetRuns() => new(HasRun ? [NewRun(Guid.NewGuid(), [])] : []);

    public object Register(RegisterDataset message)
    {
        Registered = message;
        return Refusal is null
            ? new DatasetRegistered(new DatasetDetails("d0123456789ab", message.Name, message.Format, null, "sha256:0", 1, 1, Now))
            : new DatasetRejected(Refusal, []);
    }

    public TrainingRunFound Request(RequestTraining message)
    {
        Requested = message;
        return new TrainingRunFound(Run());
    }

    public TrainingRunDetails Run() => NewRun(Requested!.RunId, [.. Requested.Labels!.Select(Job)]);

    public static ModelDetails Live(string model, string label) => new(model, label, 7, null, 7, "live", null, Now, "sample", []);

    private TrainingJobDetails Job(LabelToTrain label)
    {
        var state = StateOf(label.Model!);
        return new TrainingJobDetails(
            Guid.NewGuid(), Requested!.RunId, label.Label, label.Model!, state, state == "failed" ? "out of memory" : null,
            Worker: "here", Stage: null, Fraction: 1, Attempts: 1, Evictions: 0, Version: 7, Metrics, LiveMetrics: null, Now, Now, Now, Curve: []);
    }

    private static TrainingRunDetails NewRun(Guid id, IReadOnlyList<TrainingJobDetails> jobs) =>
        new(id, "running", "d0123456789ab", new TrainingParameters(), "builtin", 0, PromotionRule.Always, "sample", Now, null, jobs);
}
