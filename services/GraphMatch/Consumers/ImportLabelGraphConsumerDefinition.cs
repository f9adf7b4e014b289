using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class ImportLabelGraphConsumerDefinition(LabelGraphProvider graph) :
    ConsumerDefinition<ImportLabelGraphConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ImportLabelGraphConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 1, prefetch: 1);
        endpointConfigurator.StartWithLabelGraph(graph);
    }
}
