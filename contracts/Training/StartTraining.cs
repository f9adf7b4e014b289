namespace LabelPlatform.Contracts.Training;

/// <summary>To one worker: starts a trainer. Repetitions, and orders for an earlier boot, change nothing.</summary>
/// <param name="WorkerId">The worker.</param>
/// <param name="BootId">Its boot.</param>
/// <param name="Grant">Number of the order; grants and orders of a worker are numbered together.</param>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token: higher than that of any order for the job before.</param>
/// <param name="Order">What is to be trained.</param>
public sealed record StartTraining(Guid WorkerId, Guid BootId, long Grant, Guid JobId, long Token, TrainingOrder Order);
