using MassTransit;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>The two kinds of endpoints of the labelling path.</summary>
public static class RequestEndpointExtensions
{
    /// <summary>
    /// A request endpoint: durable classic queue, no retry, no dead-lettering, no <c>_error</c> queue (it would keep users' texts). The
    /// requests in it live no longer than their deadline; one whose consumer died is redelivered within it.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="concurrency">How many messages are worked on at once.</param>
    /// <param name="prefetch">How many messages the broker hands out ahead.</param>
    public static void ConfigureRequestEndpoint(this IReceiveEndpointConfigurator endpoint, int concurrency, int prefetch)
    {
        endpoint.ConcurrentMessageLimit = concurrency;
        endpoint.PrefetchCount = prefetch;
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        endpoint.PublishFaults = false;
        // A reply lives no longer than its request: a broker that writes it to disk first only adds to the wait.
        endpoint.ConfigureSend(send => send.UseExecute(context => context.Durable = false));
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            rabbit.Durable = true;
    }

    /// <summary>A request endpoint whose work is bound by the processor: concurrency = cores, prefetch twice that.</summary>
    public static void ConfigureCpuBoundRequestEndpoint(this IReceiveEndpointConfigurator endpoint) =>
        endpoint.ConfigureRequestEndpoint(Environment.ProcessorCount, 2 * Environment.ProcessorCount);

    /// <summary>
    /// What every replica must hear: a queue per instance, durable (brokers from 4.x refuse others), gone with its consumer or after a minute.
    /// The registration's <c>InstanceId</c> makes its name unique.
    /// </summary>
    public static void ConfigureReplicaEndpoint(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.Durable = true;
            rabbit.AutoDelete = true;
            rabbit.QueueExpiration = TimeSpan.FromMinutes(1);
        }
    }
}
