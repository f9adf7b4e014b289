namespace LabelPlatform.Contracts.Training;

/// <summary>Published when the scheduler decided something about a worker: the record of why jobs start, wait and are stopped.</summary>
/// <param name="WorkerId">The worker.</param>
/// <param name="WorkerName">Its name.</param>
/// <param name="Sequence">Number of the sample that it was decided by; with the boot it names the decision.</param>
/// <param name="BootId">The worker's boot.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Decision"><c>admitted</c>, <c>opened</c>, <c>held</c>, <c>evicted</c> or <c>offline</c>.</param>
/// <param name="JobId">The job that it is about, or null.</param>
/// <param name="Window">The figures.</param>
/// <param name="RunningJobs">How many jobs the worker had before.</param>
/// <param name="Reason">In words.</param>
public sealed record AdmissionDecision(
    Guid WorkerId,
    string WorkerName,
    Guid BootId,
    long Sequence,
    DateTime At,
    string Decision,
    Guid? JobId,
    ResourceWindow Window,
    int RunningJobs,
    string Reason);
