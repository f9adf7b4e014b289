using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Inference.Consumers;

/// <summary>Its work is waiting for model servers, so many messages are out at once.</summary>
public sealed class PredictLabelsConsumerDefinition :
    ConsumerDefinition<PredictLabelsConsumer>
{
    private const int Concurrency = 32;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PredictLabelsConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureRequestEndpoint(Concurrency, Concurrency);
}
