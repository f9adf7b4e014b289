namespace LabelPlatform.Persistence.Outbox;

/// <summary>What takes stored messages on. Tests put one in its place that fails.</summary>
internal interface IOutboxTransport
{
    /// <summary>Whether it takes messages now.</summary>
    bool IsReady { get; }

    /// <summary>Returns when the transport has the message.</summary>
    Task SendAsync(OutboxMessage message, CancellationToken cancellation);
}
