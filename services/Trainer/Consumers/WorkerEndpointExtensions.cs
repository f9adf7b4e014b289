using MassTransit;

namespace LabelPlatform.Trainer.Consumers;

/// <summary>The one endpoint of a worker.</summary>
internal static class WorkerEndpointExtensions
{
    /// <summary>
    /// One message after the other, in the order they were sent. What cannot be handled is dropped: the next grant says again what the worker is to have. A
    /// worker that is down may come back to its queue within ten minutes, but then drops what was meant for its earlier boot.
    /// </summary>
    public static void ConfigureWorkerEndpoint(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.PrefetchCount = 16;
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        endpoint.PublishFaults = false;
        // Messages are sent to one worker, never published to all.
        endpoint.ConfigureConsumeTopology = false;
        // Durable and not auto-delete, as queues of MassTransit are. To say so is an error here: three consumers configure the endpoint, and by the second
        // time its exchange is in use.
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            rabbit.QueueExpiration = TimeSpan.FromMinutes(10);
    }
}
