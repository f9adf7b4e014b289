namespace LabelPlatform.Inference;

/// <summary>A model that did not answer. The message is for people and short: it travels in the answer.</summary>
public sealed class PredictionException(CallOutcome outcome, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of failure it was.</summary>
    public CallOutcome Outcome { get; } = outcome;

    /// <summary>Whether it speaks against the server, so that enough of them open the circuit breaker.</summary>
    public bool IsServerFault => Outcome is CallOutcome.Unreachable or CallOutcome.TimedOut or CallOutcome.Failed or CallOutcome.Invalid;
}
