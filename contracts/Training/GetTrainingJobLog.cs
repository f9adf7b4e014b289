namespace LabelPlatform.Contracts.Training;

/// <summary>Asks TrainingScheduler for the log of a job. Answered by <see cref="TrainingJobLogFound"/> or <see cref="TrainingJobNotFound"/>.</summary>
/// <param name="JobId">The job.</param>
public sealed record GetTrainingJobLog(Guid JobId);
