namespace LabelPlatform.Contracts.Training;

/// <summary>Within TrainingScheduler: a job has waited long enough for what comes next.</summary>
/// <param name="JobId">The job.</param>
public sealed record TrainingJobDue(Guid JobId);

