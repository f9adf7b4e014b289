namespace LabelPlatform.Contracts.Training;

/// <summary>Asks TrainingScheduler for a run. Answered by <see cref="TrainingRunFound"/> or <see cref="TrainingRunNotFound"/>.</summary>
/// <param name="RunId">The run.</param>
public sealed record GetTrainingRun(Guid RunId);
