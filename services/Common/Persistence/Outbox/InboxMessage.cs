namespace LabelPlatform.Persistence.Outbox;

/// <summary>A message that a consumer has handled. It is written in the transaction of the handling: where it is, the handling is.</summary>
internal sealed class InboxMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; set; }

    /// <summary>The consumer, or saga, on its endpoint.</summary>
    public Guid ConsumerId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime ConsumedAt { get; set; }
}
