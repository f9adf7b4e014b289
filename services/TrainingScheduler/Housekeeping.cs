using LabelPlatform.Persistence;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler;

/// <summary>Removes what nobody needs any more: the folders of ended attempts and of retired versions, and decisions of long ago.</summary>
internal sealed class Housekeeping(
    IServiceScopeFactory scopes, TrainingFolders folders, DatabaseClock clock, TimeProvider time, ILogger<Housekeeping> logger) :
    BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DecisionsKept = TimeSpan.FromDays(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Periodically.RunAsync(Interval, time, logger, CleanAsync, stoppingToken);

    private async Task CleanAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        await RemoveAttemptsAsync(db, cancellation);
        await RemoveRetiredAsync(db, cancellation);
        var oldest = await clock.GetUtcNowAsync(db, cancellation) - DecisionsKept;
        await db.Decisions.Where(decision => decision.At < oldest).ExecuteDeleteAsync(cancellation);
    }

    private async Task RemoveAttemptsAsync(TrainingDbContext db, CancellationToken cancellation)
    {
        // Looked for first: an attempt that begins meanwhile is then not among them.
        var attempts = Directory.Exists(folders.Staging) ? Directory.GetDirectories(folders.Staging) : [];
        var active = await db.Jobs
            .Where(job => job.CurrentState == JobStates.Assigned || job.CurrentState == JobStates.Running || job.CurrentState == JobStates.Registering)
            .Select(job => new { job.CorrelationId, job.Token })
            .ToListAsync(cancellation);
        var names = active.Select(job => TrainingFolders.StagingNameOf(job.CorrelationId, job.Token)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in attempts.Where(folder => !names.Contains(Path.GetFileName(folder))))
            Remove(folder);
    }

    private async Task RemoveRetiredAsync(TrainingDbContext db, CancellationToken cancellation)
    {
        var retired = await db.ModelVersions
            .Where(version => version.IsRetired)
            .Select(version => new { version.Model, version.Number })
            .ToListAsync(cancellation);
        foreach (var folder in retired.Select(version => folders.VersionOf(version.Model, version.Number)).Where(Directory.Exists))
            Remove(folder);
    }

    private void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.FolderNotRemoved(logger, folder, exception);
        }
    }
}
