using LabelPlatform.Trainer.Worker;
using MassTransit;

namespace LabelPlatform.Trainer.Consumers;

internal sealed class StopTrainingConsumerDefinition :
    ConsumerDefinition<StopTrainingConsumer>
{
    public StopTrainingConsumerDefinition(WorkerIdentity worker) => EndpointName = TrainerId.QueueOf(worker.Id);

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<StopTrainingConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureWorkerEndpoint();
}
