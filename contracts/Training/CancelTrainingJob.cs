namespace LabelPlatform.Contracts.Training;

/// <summary>Within TrainingScheduler: cancels one job.</summary>
/// <param name="JobId">The job.</param>
public sealed record CancelTrainingJob(Guid JobId);
