using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Api.Training.Events;

internal sealed class FollowTrainingConsumerDefinition : ConsumerDefinition<FollowTrainingConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<FollowTrainingConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureReplicaEndpoint();
}
