using LabelPlatform.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class ExportLabelGraphConsumerDefinition(LabelGraphProvider graph) :
    ConsumerDefinition<ExportLabelGraphConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ExportLabelGraphConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureRequestEndpoint(concurrency: 1, prefetch: 1);
        endpointConfigurator.StartWithLabelGraph(graph);
    }
}
