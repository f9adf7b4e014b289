using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Runs;

/// <summary>Shows runs.</summary>
internal sealed class RunReader(TrainingDbContext db)
{
    /// <summary>A run with its jobs and their curves, or null.</summary>
    public async Task<TrainingRunDetails?> FindAsync(Guid runId, CancellationToken cancellation)
    {
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.CorrelationId == runId, cancellation);
        if (run is null)
            return null;
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.RunId == runId).OrderBy(job => job.Ordinal).ToListAsync(cancellation);
        return Show(run, jobs, withCurves: true);
    }

    /// <summary>The newest runs.</summary>
    public async Task<IReadOnlyList<TrainingRunDetails>> ListAsync(int limit, CancellationToken cancellation)
    {
        var runs = await db.Runs.AsNoTracking().OrderByDescending(run => run.CreatedAt).Take(limit).ToListAsync(cancellation);
        var ids = runs.Select(run => run.CorrelationId).ToArray();
        var jobs = await db.Jobs.AsNoTracking().Where(job => ids.Contains(job.RunId)).OrderBy(job => job.Ordinal).ToListAsync(cancellation);
        var ofRuns = jobs.ToLookup(job => job.RunId);
        return [.. runs.Select(run => Show(run, ofRuns[run.CorrelationId], withCurves: false))];
    }

    private static TrainingRunDetails Show(TrainingRun run, IEnumerable<TrainingJob> jobs, bool withCurves) => new(
        run.CorrelationId,
        run.CurrentState.ToLowerInvariant(),
        run.DatasetId,
        run.Parameters,
        run.Profile,
        run.Priority,
        run.Promotion,
        run.RequestedBy,
        run.CreatedAt,
        run.CompletedAt,
        [.. jobs.Select(job => job.ToDetails(withCurves))]);
}
