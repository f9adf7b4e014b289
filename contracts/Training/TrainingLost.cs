namespace LabelPlatform.Contracts.Training;

/// <summary>A worker does not have (or no longer has) a job that it should have: the order was lost, or the worker was. The job is queued again.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record TrainingLost(Guid JobId, long Token, string Reason);
