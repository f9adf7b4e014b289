using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence.Due;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Workers;

/// <summary>A worker: the saga that judges its samples and gives it jobs.</summary>
internal sealed class TrainingWorker : SagaStateMachineInstance, ISagaVersion, IDue
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public Guid BootId { get; set; }

    public DateTime BootedAt { get; set; }

    /// <summary>Number of the last sample of this boot.</summary>
    public long Sequence { get; set; }

    /// <summary>When that came, by the database's clock.</summary>
    public DateTime SampledAt { get; set; }

    public double Cores { get; set; }

    public long MemoryBytes { get; set; }

    public ResourceWindow Window { get; set; } = new(0, 0, 0, 0, 0);

    public IReadOnlyList<TrainingProfileOffer> Profiles { get; set; } = [];

    /// <summary>Number of the last grant or order.</summary>
    public long Grant { get; set; }

    /// <summary>Number of the last one that changed what runs: samples from before it was seen say nothing.</summary>
    public long ChangeGrant { get; set; }

    public DateTime? GrantedAt { get; set; }

    /// <summary>The job that was started last, until it has settled.</summary>
    public Guid? SettlingJobId { get; set; }

    /// <summary>What it waits for.</summary>
    public string Reason { get; set; } = string.Empty;

    public DateTime? DueAt { get; set; }

    public int Version { get; set; }

    /// <summary>A worker that is heard of for the first time.</summary>
    public static TrainingWorker Create(TrainingWorkerSampled sample) => new()
    {
        CorrelationId = sample.WorkerId,
        Name = sample.Name,
        BootId = sample.BootId,
        BootedAt = sample.BootedAt,
    };

    public object CreateDueMessage() => new TrainingWorkerDue(CorrelationId);
}
