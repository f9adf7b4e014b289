namespace LabelPlatform.Contracts.Training;

/// <summary>Asks TrainingScheduler what waits. Answered by <see cref="TrainingQueueFound"/>.</summary>
public sealed record GetTrainingQueue;
