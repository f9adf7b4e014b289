namespace LabelPlatform.Contracts.Training;

/// <summary>Asks TrainingScheduler for the newest runs. Answered by <see cref="TrainingRunsFound"/>.</summary>
/// <param name="Limit">How many at most.</param>
public sealed record GetTrainingRuns(int Limit = 50);
