using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Worker;
using MassTransit;

namespace LabelPlatform.Trainer.Consumers;

internal sealed class StopTrainingConsumer(TrainingWorker worker) :
    IConsumer<StopTraining>
{
    public Task Consume(ConsumeContext<StopTraining> context)
    {
        worker.Stop(context.Message);
        return Task.CompletedTask;
    }
}
