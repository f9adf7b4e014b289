using System.Diagnostics;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>Sends stored messages over the bus, as they were.</summary>
internal sealed class BusOutboxTransport(IBusControl bus) : IOutboxTransport
{
    /// <inheritdoc />
    public bool IsReady => bus.CheckHealth().Status is BusHealthStatus.Healthy;

    /// <inheritdoc />
    public async Task SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        // The stored message has the trace that it belongs to in its headers, which MassTransit follows when there is no other.
        Activity.Current = null;
        var endpoint = await bus.GetSendEndpoint(message.DestinationAddress!);
        await endpoint.Send(new SerializedMessageBody(), new OutboxMessageSendPipe(message, message.DestinationAddress), cancellation);
    }
}
