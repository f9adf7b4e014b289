namespace LabelPlatform.Contracts.Training;

/// <summary>A job that a worker is to have.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
public sealed record GrantedTraining(Guid JobId, long Token);
