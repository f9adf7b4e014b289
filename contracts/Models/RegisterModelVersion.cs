namespace LabelPlatform.Contracts.Models;

/// <summary>Within TrainingScheduler: the artifact of a job waits to be registered. Answered by an event of the job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
public sealed record RegisterModelVersion(Guid JobId, long Token);
