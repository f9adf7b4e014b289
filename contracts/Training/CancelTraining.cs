namespace LabelPlatform.Contracts.Training;

/// <summary>
/// Cancels what of a run has not ended. Answered by <see cref="TrainingRunFound"/> (its jobs end at once or soon) or
/// <see cref="TrainingRunNotFound"/>.
/// </summary>
/// <param name="RunId">The run.</param>
public sealed record CancelTraining(Guid RunId);
