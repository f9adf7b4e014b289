using LabelPlatform.Trainer.Worker;
using MassTransit;

namespace LabelPlatform.Trainer.Consumers;

internal sealed class StartTrainingConsumerDefinition :
    ConsumerDefinition<StartTrainingConsumer>
{
    public StartTrainingConsumerDefinition(WorkerIdentity worker) => EndpointName = TrainerId.QueueOf(worker.Id);

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<StartTrainingConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureWorkerEndpoint();
}
