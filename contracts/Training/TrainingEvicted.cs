namespace LabelPlatform.Contracts.Training;

/// <summary>The scheduler stops a job to make room.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Usage">What it had used so far.</param>
/// <param name="EstimatedCores">How many cores it is expected to take from now on: no less than before.</param>
/// <param name="EstimatedMemoryBytes">How much memory it is expected to take from now on: no less than before.</param>
/// <param name="WasAlone">Whether it was the worker's only job: then it does not fit the worker, and fails.</param>
/// <param name="Reason">Why, with figures, for people.</param>
public sealed record TrainingEvicted(
    Guid JobId, long Token, TrainingUsage Usage, double EstimatedCores, long EstimatedMemoryBytes, bool WasAlone, string Reason);
