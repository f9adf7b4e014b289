using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Runs;

internal sealed class GetTrainingRunsConsumer(RunReader runs) :
    IConsumer<GetTrainingRuns>
{
    private const int MaxLimit = 500;

    public async Task Consume(ConsumeContext<GetTrainingRuns> context) =>
        await context.RespondAsync(new TrainingRunsFound(
            await runs.ListAsync(Math.Clamp(context.Message.Limit, 1, MaxLimit), context.CancellationToken)));
}
