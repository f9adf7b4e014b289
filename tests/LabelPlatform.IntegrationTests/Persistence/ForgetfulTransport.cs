using LabelPlatform.Persistence.Outbox;
using MassTransit;

namespace LabelPlatform.IntegrationTests.Persistence;

/// <summary>A transport whose confirmations are lost: the instance ends between the delivery and the removal from the outbox.</summary>
internal sealed class ForgetfulTransport(IBusControl bus) : IOutboxTransport
{
    private readonly BusOutboxTransport _transport = new(bus);

    public bool IsReady => false;

    public async Task SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        await _transport.SendAsync(message, cancellation);
        throw new IOException("The connection is gone.");
    }
}
