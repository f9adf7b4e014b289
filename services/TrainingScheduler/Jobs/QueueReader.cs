using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence;
using LabelPlatform.TrainingScheduler.Storage;
using LabelPlatform.TrainingScheduler.Workers;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>Shows what waits, and why.</summary>
internal sealed class QueueReader(TrainingDbContext db, JobEstimates estimates, DatabaseClock clock)
{
    private const int MaxJobs = 1000;

    public async Task<IReadOnlyList<QueuedTraining>> ListAsync(CancellationToken cancellation)
    {
        var now = await clock.GetUtcNowAsync(db, cancellation);
        var jobs = await db.Jobs.AsNoTracking()
            .Where(job => job.CurrentState == JobStates.Queued)
            .InQueueOrder()
            .Take(MaxJobs)
            .ToListAsync(cancellation);
        var workers = await db.Workers.AsNoTracking()
            .Where(worker => worker.CurrentState != nameof(TrainingWorkerStateMachine.Offline))
            .OrderBy(worker => worker.Name)
            .ToListAsync(cancellation);
        var running = await db.Jobs.Held().CountAsync(cancellation);
        var seconds = new Dictionary<string, double?>(StringComparer.Ordinal);
        foreach (var profile in jobs.Select(job => job.Profile).Distinct(StringComparer.Ordinal))
            seconds[profile] = await estimates.FindSecondsAsync(profile, cancellation);

        return [.. jobs.Select((job, index) => new QueuedTraining(
            index + 1,
            job.CorrelationId,
            job.RunId,
            job.Label,
            job.Model,
            job.Priority,
            job.CreatedAt,
            QueueReasons.Explain(job, index, workers, now),
            job.EstimatedCores ?? workers.Select(worker => worker.CoresFor(job)).DefaultIfEmpty().Max(),
            job.EstimatedMemoryBytes ?? workers.Select(worker => worker.MemoryBytesFor(job)).DefaultIfEmpty().Max(),
            EstimateWait(index)))];

        // As many at once as now, each as long as they took in the mean.
        double? EstimateWait(int index) =>
            seconds[jobs[index].Profile] is { } each ? Math.Round(each * (index + 1) / Math.Max(1, running), 1) : null;
    }
}
