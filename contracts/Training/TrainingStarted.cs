namespace LabelPlatform.Contracts.Training;

/// <summary>A trainer was started.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
public sealed record TrainingStarted(Guid JobId, long Token);
