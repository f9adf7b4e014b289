using MassTransit;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>The endpoints whose messages must not be lost.</summary>
public static class WorkEndpointExtensions
{
    private const int DeliveryLimit = 20;

    /// <summary>
    /// A work endpoint: a quorum queue, which outlives the loss of a broker's node. A message that ends its consumer's process again and again is
    /// handed out 20 times (brokers from 4.0 drop it then, older ones never stop) and then lies in <c>…-dead-letters</c>, to be looked at.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">Its name.</param>
    /// <param name="concurrency">How many messages are worked on at once.</param>
    /// <param name="keepsDeadLetters">
    /// False where every message is soon followed by a newer one: what expires in the queue would be kept, too.
    /// </param>
    public static void ConfigureWorkEndpoint(this IReceiveEndpointConfigurator endpoint, string name, int concurrency, bool keepsDeadLetters = true)
    {
        endpoint.ConcurrentMessageLimit = concurrency;
        endpoint.PrefetchCount = 2 * concurrency;
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
            rabbit.SetQueueArgument("x-delivery-limit", DeliveryLimit);
            if (keepsDeadLetters)
                rabbit.BindDeadLetterQueue($"{name}-dead-letters", $"{name}-dead-letters", dead => dead.SetQuorumQueue());
        }
    }
}
