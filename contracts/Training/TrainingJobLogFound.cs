namespace LabelPlatform.Contracts.Training;

/// <summary>What happened to a job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Decisions">What the scheduler decided about it and by which figures, the oldest first.</param>
/// <param name="Output">The end of what its last trainer printed.</param>
public sealed record TrainingJobLogFound(Guid JobId, IReadOnlyList<AdmissionDecision> Decisions, string Output);
