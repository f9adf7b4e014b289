namespace LabelPlatform.Trainer.Worker;

/// <summary>How an attempt ended, kept until the scheduler lists it no more.</summary>
/// <param name="Token">Its fencing token.</param>
/// <param name="Grant">Number of its order.</param>
/// <param name="Outcome">The message that says so.</param>
internal sealed record EndedTraining(long Token, long Grant, object Outcome);
