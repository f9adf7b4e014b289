using LabelPlatform.Persistence.Due;
using MassTransit;

namespace LabelPlatform.IntegrationTests.Persistence.Counters;

/// <summary>A saga that counts its messages.</summary>
public sealed class Counter : SagaStateMachineInstance, ISagaVersion, IDue
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public int Count { get; set; }

    public DateTime? DueAt { get; set; }

    public int Version { get; set; }

    public object CreateDueMessage() => new CounterDue(CorrelationId);
}
