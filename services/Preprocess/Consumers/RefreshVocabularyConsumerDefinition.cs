using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Preprocess.Consumers;

public sealed class RefreshVocabularyConsumerDefinition : ConsumerDefinition<RefreshVocabularyConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RefreshVocabularyConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureReplicaEndpoint();
}
