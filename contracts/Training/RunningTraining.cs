namespace LabelPlatform.Contracts.Training;

/// <summary>A job whose trainer runs.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Usage">What it has used so far.</param>
public sealed record RunningTraining(Guid JobId, long Token, TrainingUsage Usage);
