using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Preprocess.Consumers;

public sealed class PreprocessTextsConsumerDefinition(LabelGraphProvider graph) : ConsumerDefinition<PreprocessTextsConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<PreprocessTextsConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureCpuBoundRequestEndpoint();
        endpointConfigurator.StartWithLabelGraph(graph);
    }
}
