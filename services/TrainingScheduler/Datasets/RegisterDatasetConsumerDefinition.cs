using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Datasets;

internal sealed class RegisterDatasetConsumerDefinition : ConsumerDefinition<RegisterDatasetConsumer>
{
    // All rows of a dataset are in memory while it is inspected: one after the other.
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RegisterDatasetConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 1, prefetch: 1);
        endpointConfigurator.RetryUniqueViolations();
    }
}
