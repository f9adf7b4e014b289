using LabelPlatform.Persistence.Outbox;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;

namespace LabelPlatform.TrainingScheduler;

/// <summary>The endpoint of a consumer that changes something and answers, in one transaction.</summary>
internal sealed class ChangeDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // Somebody waits for the answer, so it does not go on for long.
        endpointConfigurator.UseTransactionalOutbox<TrainingDbContext>(context, retry => retry.Interval(5, TimeSpan.FromMilliseconds(100)));
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 2, prefetch: 4);
    }
}
