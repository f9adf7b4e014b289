using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class RefreshSnapshotConsumerDefinition :
    ConsumerDefinition<RefreshSnapshotConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RefreshSnapshotConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureReplicaEndpoint();
}
