using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class EditLabelGraphConsumerDefinition(LabelGraphProvider graph) :
    ConsumerDefinition<EditLabelGraphConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<EditLabelGraphConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 1, prefetch: 2);
        endpointConfigurator.StartWithLabelGraph(graph);
    }
}
