using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Without the outbox, which is a transaction. What is lost comes again: the model stays due.</summary>
internal sealed class AskModelServersConsumerDefinition : ConsumerDefinition<AskModelServersConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<AskModelServersConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 4, prefetch: 8);
        endpointConfigurator.UseMessageRetry(retry => retry.Interval(3, TimeSpan.FromMilliseconds(200)));
    }
}
