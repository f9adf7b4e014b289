using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Scoring.Consumers;

public sealed class ScoreLabelsConsumerDefinition : ConsumerDefinition<ScoreLabelsConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ScoreLabelsConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureCpuBoundRequestEndpoint();
}
