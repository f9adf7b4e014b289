using LabelPlatform.Persistence.Outbox;

namespace LabelPlatform.IntegrationTests.Persistence;

/// <summary>A transport that takes no message: the instance ends between its commit and the delivery.</summary>
internal sealed class RefusingTransport : IOutboxTransport
{
    public bool IsReady => false;

    public Task SendAsync(OutboxMessage message, CancellationToken cancellation) => throw new IOException("The connection is gone.");
}
