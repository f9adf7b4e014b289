using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Jobs;

internal sealed class GetTrainingQueueConsumer(QueueReader queue) :
    IConsumer<GetTrainingQueue>
{
    public async Task Consume(ConsumeContext<GetTrainingQueue> context) =>
        await context.RespondAsync(new TrainingQueueFound(await queue.ListAsync(context.CancellationToken)));
}
