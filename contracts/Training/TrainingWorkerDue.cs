namespace LabelPlatform.Contracts.Training;

/// <summary>Within TrainingScheduler: a worker may have fallen silent.</summary>
/// <param name="WorkerId">The worker.</param>
public sealed record TrainingWorkerDue(Guid WorkerId);
