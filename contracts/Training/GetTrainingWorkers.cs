namespace LabelPlatform.Contracts.Training;

/// <summary>Asks TrainingScheduler for the workers. Answered by <see cref="TrainingWorkersFound"/>.</summary>
public sealed record GetTrainingWorkers;
