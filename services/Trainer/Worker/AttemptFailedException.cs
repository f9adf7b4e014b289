namespace LabelPlatform.Trainer.Worker;

/// <summary>An attempt has left no version.</summary>
/// <param name="reason">Why, and what to do, for people.</param>
/// <param name="isFinal">Whether it would end the same way again.</param>
internal sealed class AttemptFailedException(string reason, bool isFinal) : Exception(reason)
{
    public bool IsFinal { get; } = isFinal;
}
