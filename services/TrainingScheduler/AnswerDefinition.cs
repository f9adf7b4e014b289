using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.TrainingScheduler;

/// <summary>The endpoint of a consumer that answers, and has transactions of its own if any.</summary>
internal sealed class AnswerDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 4, prefetch: 8);
        endpointConfigurator.RetryUniqueViolations();
    }
}
