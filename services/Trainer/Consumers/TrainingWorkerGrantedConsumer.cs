using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Worker;
using MassTransit;

namespace LabelPlatform.Trainer.Consumers;

internal sealed class TrainingWorkerGrantedConsumer(TrainingWorker worker) :
    IConsumer<TrainingWorkerGranted>
{
    public Task Consume(ConsumeContext<TrainingWorkerGranted> context)
    {
        worker.Grant(context.Message);
        return Task.CompletedTask;
    }
}
