using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class GetLabelConsumerDefinition(LabelGraphProvider graph) :
    ConsumerDefinition<GetLabelConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<GetLabelConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 2, prefetch: 4);
        endpointConfigurator.StartWithLabelGraph(graph);
    }
}
