using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Workers;

namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>What changes in a job's row, and how it is shown.</summary>
internal static class TrainingJobExtensions
{
    /// <summary>The order in which workers look at jobs: by priority, then by age.</summary>
    public static IQueryable<TrainingJob> InQueueOrder(this IQueryable<TrainingJob> jobs) =>
        jobs.OrderByDescending(job => job.Priority).ThenBy(job => job.CreatedAt).ThenBy(job => job.Ordinal).ThenBy(job => job.CorrelationId);

    /// <summary>The jobs that a worker has.</summary>
    public static IQueryable<TrainingJob> HeldBy(this IQueryable<TrainingJob> jobs, Guid workerId) =>
        jobs.Held().Where(job => job.WorkerId == workerId);

    /// <summary>The jobs that any worker has.</summary>
    public static IQueryable<TrainingJob> Held(this IQueryable<TrainingJob> jobs) =>
        jobs.Where(job => job.CurrentState == JobStates.Assigned || job.CurrentState == JobStates.Running);

    /// <summary>Gives it to a worker for another attempt; whatever is still said of an earlier one is void.</summary>
    public static void AssignTo(this TrainingJob job, TrainingWorker worker, long modelVersion, DateTime now)
    {
        job.CurrentState = JobStates.Assigned;
        job.Token++;
        job.Attempts++;
        job.WorkerId = worker.CorrelationId;
        job.WorkerBootId = worker.BootId;
        job.WorkerName = worker.Name;
        job.ModelVersion = modelVersion;
        job.StartedAt = now;
        job.PassedOverAt = null;
        job.ReservedWorkerId = null;
        job.Reason = null;
        job.Stage = null;
        job.Fraction = 0;
        job.Curve = [];
    }

    /// <summary>Has it wait for a worker again.</summary>
    public static void ReturnToQueue(this TrainingJob job, DateTime eligibleAt, string reason)
    {
        job.WorkerId = null;
        job.WorkerBootId = null;
        job.ModelVersion = null;
        job.PassedOverAt = null;
        job.ReservedWorkerId = null;
        job.EligibleAt = eligibleAt;
        job.Stage = null;
        job.Fraction = 0;
        job.Curve = [];
        job.Reason = reason;
        job.DueAt = null;
    }

    public static void Use(this TrainingJob job, TrainingUsage usage)
    {
        job.UsedCores = usage.Cores;
        job.UsedMemoryBytes = usage.MemoryBytes;
        job.UsedSeconds = usage.Seconds;
    }

    public static TrainingJobDetails ToDetails(this TrainingJob job, bool withCurve) => new(
        job.CorrelationId,
        job.RunId,
        job.Label,
        job.Model,
        job.CurrentState.ToLowerInvariant(),
        job.Reason,
        job.WorkerName,
        job.Stage,
        job.Fraction,
        job.Attempts,
        job.Evictions,
        job.ModelVersion,
        job.Metrics,
        job.LiveMetrics,
        job.CreatedAt,
        job.StartedAt,
        job.CompletedAt,
        withCurve ? job.Curve : []);
}
