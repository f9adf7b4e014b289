namespace LabelPlatform.Inference;

/// <summary>How a call to a model ended.</summary>
public enum CallOutcome
{
    /// <summary>With probabilities.</summary>
    Answered,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer within the model's time.</summary>
    TimedOut,

    /// <summary>No answer within what the deadline left, which was less than the model's time.</summary>
    OutOfTime,

    /// <summary>The server failed (5xx, 429).</summary>
    Failed,

    /// <summary>The server refused the question (4xx).</summary>
    Rejected,

    /// <summary>The server does not have this model or version.</summary>
    NotFound,

    /// <summary>The answer was not probabilities.</summary>
    Invalid,

    /// <summary>Not asked: the circuit breaker is open.</summary>
    CircuitOpen,
}
