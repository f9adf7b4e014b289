using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.TrainingScheduler;

/// <summary>The endpoint of a consumer that reads and answers.</summary>
internal sealed class ReadDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 4, prefetch: 8);
}
