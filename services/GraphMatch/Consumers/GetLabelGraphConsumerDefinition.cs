using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class GetLabelGraphConsumerDefinition(LabelGraphProvider graph) :
    ConsumerDefinition<GetLabelGraphConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<GetLabelGraphConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 1, prefetch: 2);
        endpointConfigurator.StartWithLabelGraph(graph);
    }
}
