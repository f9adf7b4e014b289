using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Runs;

internal sealed class RequestTrainingConsumer(RunPlanner planner, RunReader runs) :
    IConsumer<RequestTraining>
{
    public async Task Consume(ConsumeContext<RequestTraining> context)
    {
        if (await planner.BeginAsync(context.Message, context.CancellationToken) is { } rejected)
            await context.RespondAsync(rejected);
        else
            await context.RespondAsync(new TrainingRunFound((await runs.FindAsync(context.Message.RunId, context.CancellationToken))!));
    }
}
