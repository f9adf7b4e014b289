using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Worker;
using MassTransit;

namespace LabelPlatform.Trainer.Consumers;

internal sealed class StartTrainingConsumer(TrainingWorker worker) :
    IConsumer<StartTraining>
{
    public Task Consume(ConsumeContext<StartTraining> context)
    {
        worker.Start(context.Message);
        return Task.CompletedTask;
    }
}
