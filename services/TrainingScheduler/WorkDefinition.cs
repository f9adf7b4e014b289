using LabelPlatform.Persistence.Outbox;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;

namespace LabelPlatform.TrainingScheduler;

/// <summary>The endpoint of a consumer whose messages must not be lost.</summary>
internal sealed class WorkDefinition<TConsumer>(IEndpointNameFormatter names) : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseTransactionalOutbox<TrainingDbContext>(context);
        endpointConfigurator.ConfigureWorkEndpoint(names.Consumer<TConsumer>(), concurrency: 2);
    }
}
