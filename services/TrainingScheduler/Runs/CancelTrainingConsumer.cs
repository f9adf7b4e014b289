using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Runs;

/// <summary>Cancels what of a run has not ended.</summary>
internal sealed class CancelTrainingConsumer(TrainingDbContext db, RunReader runs) :
    IConsumer<CancelTraining>
{
    public async Task Consume(ConsumeContext<CancelTraining> context)
    {
        var runId = context.Message.RunId;
        var run = await db.Runs.Where(run => run.CorrelationId == runId).ForUpdate().SingleOrDefaultAsync(context.CancellationToken);
        if (run is null)
        {
            await context.RespondAsync(new TrainingRunNotFound(runId));
            return;
        }

        if (run.CompletedAt is null)
        {
            run.IsCancelled = true;
            await db.SaveChangesAsync(context.CancellationToken);
            var unfinished = await db.Jobs
                .Where(job => job.RunId == runId && job.CompletedAt == null)
                .Select(job => job.CorrelationId)
                .ToListAsync(context.CancellationToken);
            await context.PublishBatch(unfinished.Select(jobId => new CancelTrainingJob(jobId)), context.CancellationToken);
        }

        await context.RespondAsync(new TrainingRunFound((await runs.FindAsync(runId, context.CancellationToken))!));
    }
}
