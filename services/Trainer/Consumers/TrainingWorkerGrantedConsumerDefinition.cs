using LabelPlatform.Trainer.Worker;
using MassTransit;

namespace LabelPlatform.Trainer.Consumers;

internal sealed class TrainingWorkerGrantedConsumerDefinition :
    ConsumerDefinition<TrainingWorkerGrantedConsumer>
{
    public TrainingWorkerGrantedConsumerDefinition(WorkerIdentity worker) => EndpointName = TrainerId.QueueOf(worker.Id);

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TrainingWorkerGrantedConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.ConfigureWorkerEndpoint();
}
