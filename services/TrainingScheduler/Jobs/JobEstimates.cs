using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>What jobs are expected to need, learned from those that succeeded.</summary>
internal sealed class JobEstimates(TrainingDbContext db)
{
    private const int Looked = 50;

    /// <summary>The most that jobs of a dataset, profile and network needed; null when there were none.</summary>
    public async Task<(double Cores, long MemoryBytes)?> FindAsync(string datasetId, string profile, TrainingNetwork network, CancellationToken cancellation)
    {
        var jobs = await db.Jobs.AsNoTracking()
            .Where(job => job.CurrentState == JobStates.Succeeded && job.DatasetId == datasetId && job.Profile == profile)
            .OrderByDescending(job => job.CompletedAt)
            .Take(Looked)
            .ToListAsync(cancellation);
        // A job that was over before its first sample tells nothing.
        jobs.RemoveAll(job => job.Parameters.Network != network || job.UsedMemoryBytes is null or 0);
        return jobs.Count == 0
            ? null
            : (jobs.Max(job => job.UsedCores ?? 0), jobs.Max(job => job.UsedMemoryBytes ?? 0));
    }

    /// <summary>How long jobs of a profile took in the mean, in seconds; null when none has succeeded.</summary>
    public async Task<double?> FindSecondsAsync(string profile, CancellationToken cancellation) =>
        await db.Jobs
            .Where(job => job.CurrentState == JobStates.Succeeded && job.Profile == profile)
            .OrderByDescending(job => job.CompletedAt)
            .Take(Looked)
            .AverageAsync(job => job.UsedSeconds, cancellation);
}
