using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence.Due;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>The training of one model: the saga that sees it to an end, whatever happens to workers.</summary>
internal sealed class TrainingJob : SagaStateMachineInstance, ISagaVersion, IDue
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = string.Empty;

    public Guid RunId { get; set; }

    /// <summary>Its place in its run.</summary>
    public int Ordinal { get; set; }

    public string Label { get; set; } = string.Empty;

    public string Model { get; set; } = string.Empty;

    public string DatasetId { get; set; } = string.Empty;

    public TrainingParameters Parameters { get; set; } = new();

    public string Profile { get; set; } = string.Empty;

    public int Priority { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>The span of the request for its run, whose trace its attempts belong to.</summary>
    public string? TraceParent { get; set; }

    /// <summary>Not before this is it given to a worker.</summary>
    public DateTime EligibleAt { get; set; }

    /// <summary>Since when other jobs went before it because it does not fit beside what runs.</summary>
    public DateTime? PassedOverAt { get; set; }

    /// <summary>The worker that takes no other jobs until it has room for this one.</summary>
    public Guid? ReservedWorkerId { get; set; }

    /// <summary>Raised by every assignment: what comes with another one is late and changes nothing.</summary>
    public long Token { get; set; }

    public Guid? WorkerId { get; set; }

    public Guid? WorkerBootId { get; set; }

    public string? WorkerName { get; set; }

    /// <summary>The version of the model that this attempt makes.</summary>
    public long? ModelVersion { get; set; }

    /// <summary>The version that was live then: what this one is compared with.</summary>
    public long? ComparedVersion { get; set; }

    /// <summary>What it is expected to need; null: what its worker's profile says.</summary>
    public double? EstimatedCores { get; set; }

    public long? EstimatedMemoryBytes { get; set; }

    public string? Stage { get; set; }

    public double Fraction { get; set; }

    public IReadOnlyList<TrainingCurvePoint> Curve { get; set; } = [];

    /// <summary>Why it waits or how it ended.</summary>
    public string? Reason { get; set; }

    /// <summary>The end of what its last trainer printed.</summary>
    public string Output { get; set; } = string.Empty;

    public ModelMetrics? Metrics { get; set; }

    public ModelMetrics? LiveMetrics { get; set; }

    public double? UsedCores { get; set; }

    public long? UsedMemoryBytes { get; set; }

    public double? UsedSeconds { get; set; }

    /// <summary>Trainers started for it.</summary>
    public int Attempts { get; set; }

    /// <summary>Trainers that crashed.</summary>
    public int Crashes { get; set; }

    public int Evictions { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? CompletedAt { get; set; }

    public DateTime? DueAt { get; set; }

    public int Version { get; set; }

    public object CreateDueMessage() => new TrainingJobDue(CorrelationId);
}
