using LabelPlatform.Contracts.Models;
using LabelPlatform.Persistence;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using LabelPlatform.TrainingScheduler.Workers;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler;

/// <summary>Reads what <see cref="TrainingMetrics"/> shows of the database, every few seconds however often it is asked for.</summary>
internal sealed class TrainingFigures(IServiceScopeFactory scopes, DatabaseClock clock, TimeProvider time, ILogger<TrainingFigures> logger) :
    BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly string[] OpenStates = [JobStates.Queued, JobStates.Assigned, JobStates.Running, JobStates.Registering];
    private static readonly string[] WorkerStates =
    [
        nameof(TrainingWorkerStateMachine.Open),
        nameof(TrainingWorkerStateMachine.Settling),
        nameof(TrainingWorkerStateMachine.Holding),
        nameof(TrainingWorkerStateMachine.Offline),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Periodically.RunAsync(Interval, time, logger, ReadAsync, stoppingToken);

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        await ReadJobsAsync(db, cancellation);
        foreach (var worker in await db.Workers.AsNoTracking().ToListAsync(cancellation))
            Show(worker);
        TrainingMetrics.FailingFound(await db.Models.CountAsync(model => model.State == ModelPublicationState.Failing, cancellation));
    }

    private async Task ReadJobsAsync(TrainingDbContext db, CancellationToken cancellation)
    {
        var open = await db.Jobs
            .Where(job => OpenStates.Contains(job.CurrentState))
            .GroupBy(job => job.CurrentState)
            .Select(group => new { State = group.Key, Count = group.Count(), Oldest = group.Min(job => job.CreatedAt) })
            .ToDictionaryAsync(group => group.State, cancellation);
        foreach (var state in OpenStates)
            TrainingMetrics.JobsFound(state.ToLowerInvariant(), open.GetValueOrDefault(state)?.Count ?? 0);
        var now = await clock.GetUtcNowAsync(db, cancellation);
        TrainingMetrics.QueueFound(open.GetValueOrDefault(JobStates.Queued) is { } queued ? now - queued.Oldest : TimeSpan.Zero);
    }

    private static void Show(TrainingWorker worker)
    {
        foreach (var state in WorkerStates)
            TrainingMetrics.WorkerFound(worker.Name, state.ToLowerInvariant(), worker.CurrentState == state);
        // The last figures of a worker that is away are not its figures.
        var isThere = worker.CurrentState != nameof(TrainingWorkerStateMachine.Offline);
        var window = worker.Window;
        TrainingMetrics.WorkerFound(worker.Name, "machine", isThere ? window.CpuPercent : 0, isThere ? window.MemoryPercent : 0);
        TrainingMetrics.WorkerFound(worker.Name, "trainers", isThere ? window.OwnCpuPercent : 0, isThere ? window.OwnMemoryPercent : 0);
    }
}
