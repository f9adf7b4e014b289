using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Workers;

internal sealed class GetTrainingWorkersConsumer(TrainingDbContext db) :
    IConsumer<GetTrainingWorkers>
{
    private const int ShownDecisions = 20;

    public async Task Consume(ConsumeContext<GetTrainingWorkers> context)
    {
        var workers = await db.Workers.AsNoTracking().OrderBy(worker => worker.Name).ToListAsync(context.CancellationToken);
        var details = new List<TrainingWorkerDetails>();
        foreach (var worker in workers)
            details.Add(await ShowAsync(worker, context.CancellationToken));
        await context.RespondAsync(new TrainingWorkersFound(details));
    }

    private async Task<TrainingWorkerDetails> ShowAsync(TrainingWorker worker, CancellationToken cancellation)
    {
        var jobs = await db.Jobs
            .HeldBy(worker.CorrelationId)
            .Select(job => job.CorrelationId)
            .ToListAsync(cancellation);
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => decision.WorkerId == worker.CorrelationId)
            .OrderByDescending(decision => decision.At)
            .Take(ShownDecisions)
            .ToListAsync(cancellation);
        return new TrainingWorkerDetails(
            worker.CorrelationId,
            worker.Name,
            worker.CurrentState.ToLowerInvariant(),
            worker.Reason,
            worker.Cores,
            worker.MemoryBytes,
            worker.Window,
            worker.SampledAt,
            jobs,
            [.. worker.Profiles.Select(profile => profile.Name)],
            decisions);
    }
}
