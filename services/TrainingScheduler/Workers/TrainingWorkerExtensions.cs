using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Admission;
using LabelPlatform.TrainingScheduler.Jobs;

namespace LabelPlatform.TrainingScheduler.Workers;

/// <summary>What changes in a worker's row.</summary>
internal static class TrainingWorkerExtensions
{
    /// <summary>
    /// Whether a sample is newer than the last one: of this boot with a higher number, or of a later boot. Of a worker that is offline any boot will do:
    /// its clock may have been set back.
    /// </summary>
    public static bool IsNewer(this TrainingWorker worker, TrainingWorkerSampled sample) =>
        sample.BootId == worker.BootId
            ? sample.Sequence > worker.Sequence
            : sample.BootedAt >= worker.BootedAt || worker.CurrentState == nameof(TrainingWorkerStateMachine.Offline);

    /// <summary>Whether the worker had heard of the last change of what it is to run when the sample was taken.</summary>
    public static bool HasSeenLastChange(this TrainingWorker worker, TrainingWorkerSampled sample) => sample.Grant >= worker.ChangeGrant;

    /// <summary>Takes over a sample.</summary>
    public static void Accept(this TrainingWorker worker, TrainingWorkerSampled sample, DateTime now, AdmissionOptions options)
    {
        if (worker.BootId != sample.BootId)
        {
            // It has heard of nothing yet, and runs nothing.
            worker.ChangeGrant = 0;
            worker.GrantedAt = null;
            worker.SettlingJobId = null;
        }

        worker.Name = sample.Name;
        worker.BootId = sample.BootId;
        worker.BootedAt = sample.BootedAt;
        worker.Sequence = sample.Sequence;
        worker.SampledAt = now;
        worker.Cores = sample.Cores;
        worker.MemoryBytes = sample.MemoryBytes;
        worker.Window = sample.Window;
        worker.Profiles = sample.Profiles;
        worker.GrantedAt ??= now;
        worker.DueAt = now.AddSeconds(options.SilenceSeconds);
    }

    /// <summary>What it is to run changes now: only samples taken after it has heard of that count.</summary>
    public static void CountChange(this TrainingWorker worker) => worker.ChangeGrant = ++worker.Grant;

    public static double CoresFor(this TrainingWorker worker, TrainingJob job) => job.EstimatedCores ?? worker.OfferFor(job)?.Cores ?? 0;

    public static long MemoryBytesFor(this TrainingWorker worker, TrainingJob job) => job.EstimatedMemoryBytes ?? worker.OfferFor(job)?.MemoryBytes ?? 0;

    /// <summary>A decision about it, by its last sample.</summary>
    public static AdmissionDecision Decide(
        this TrainingWorker worker, string decision, Guid? jobId, int runningJobs, DateTime now, string reason) =>
        new(worker.CorrelationId, worker.Name, worker.BootId, worker.Sequence, now, decision, jobId, worker.Window, runningJobs, reason);

    private static TrainingProfileOffer? OfferFor(this TrainingWorker worker, TrainingJob job) =>
        worker.Profiles.FirstOrDefault(profile => profile.Name == job.Profile);
}
