using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence.Due;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Runs;

/// <summary>One request to train labels: the saga that waits until its jobs have ended.</summary>
internal sealed class TrainingRun : SagaStateMachineInstance, ISagaVersion, IDue
{
    /// <summary>How often it is looked at whether its jobs have ended, should it not be told.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(1);

    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = string.Empty;

    public string DatasetId { get; set; } = string.Empty;

    /// <summary>The labels above each label of the dataset, as the graph was when the run was asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Ancestors { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    public TrainingParameters Parameters { get; set; } = new();

    public string Profile { get; set; } = string.Empty;

    public int Priority { get; set; }

    public PromotionRule Promotion { get; set; }

    public string? RequestedBy { get; set; }

    public bool IsCancelled { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? CompletedAt { get; set; }

    public DateTime? DueAt { get; set; }

    public int Version { get; set; }

    public object CreateDueMessage() => new TrainingRunDue(CorrelationId);
}
