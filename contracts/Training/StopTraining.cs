namespace LabelPlatform.Contracts.Training;

/// <summary>To one worker: ends a trainer at once.</summary>
/// <param name="WorkerId">The worker.</param>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token; a trainer with a higher one goes on.</param>
/// <param name="Reason">Why, for its log.</param>
public sealed record StopTraining(Guid WorkerId, Guid JobId, long Token, string Reason);
