namespace LabelPlatform.Contracts.Training;

/// <summary>A trainer has left no version. It may come more than once.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Reason">Why, and what to do, for people.</param>
/// <param name="IsFinal">Whether it would end the same way again; otherwise (a crash, a kill) it is worth another attempt.</param>
/// <param name="Usage">What the training used.</param>
/// <param name="Output">The end of what the trainer printed.</param>
public sealed record TrainingFailed(Guid JobId, long Token, string Reason, bool IsFinal, TrainingUsage Usage, string Output);
