namespace LabelPlatform.Contracts.Training;

/// <summary>A job has ended, one way or another.</summary>
/// <param name="RunId">Its run.</param>
/// <param name="JobId">The job.</param>
public sealed record TrainingJobEnded(Guid RunId, Guid JobId);
