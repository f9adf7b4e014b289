using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Jobs;

internal sealed class GetTrainingJobLogConsumer(TrainingDbContext db) :
    IConsumer<GetTrainingJobLog>
{
    private const int MaxDecisions = 200;

    public async Task Consume(ConsumeContext<GetTrainingJobLog> context)
    {
        var jobId = context.Message.JobId;
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.CorrelationId == jobId, context.CancellationToken);
        if (job is null)
        {
            await context.RespondAsync(new TrainingJobNotFound(jobId));
            return;
        }

        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => decision.JobId == jobId)
            .OrderByDescending(decision => decision.At)
            .Take(MaxDecisions)
            .ToListAsync(context.CancellationToken);
        decisions.Reverse();
        await context.RespondAsync(new TrainingJobLogFound(jobId, decisions, job.Output));
    }
}
