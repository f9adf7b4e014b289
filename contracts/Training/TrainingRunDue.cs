namespace LabelPlatform.Contracts.Training;

/// <summary>Within TrainingScheduler: a run may have ended without having heard of it.</summary>
/// <param name="RunId">The run.</param>
public sealed record TrainingRunDue(Guid RunId);
