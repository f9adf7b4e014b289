using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Runs;

internal sealed class GetTrainingRunConsumer(RunReader runs) :
    IConsumer<GetTrainingRun>
{
    public async Task Consume(ConsumeContext<GetTrainingRun> context)
    {
        if (await runs.FindAsync(context.Message.RunId, context.CancellationToken) is { } run)
            await context.RespondAsync(new TrainingRunFound(run));
        else
            await context.RespondAsync(new TrainingRunNotFound(context.Message.RunId));
    }
}
