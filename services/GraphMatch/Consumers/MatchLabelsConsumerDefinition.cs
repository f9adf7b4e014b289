using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class MatchLabelsConsumerDefinition(LabelGraphProvider graph) :
    ConsumerDefinition<MatchLabelsConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<MatchLabelsConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureCpuBoundRequestEndpoint();
        endpointConfigurator.StartWithLabelGraph(graph);
    }
}
