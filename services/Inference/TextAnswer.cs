namespace LabelPlatform.Inference;

/// <summary>A model's answer for one text.</summary>
/// <param name="Probability">In [0, 1]; meaningless with a failure.</param>
/// <param name="Failure">Why this text was not answered, for people, or null.</param>
/// <param name="Outcome">How the call for it ended.</param>
public readonly record struct TextAnswer(double Probability, string? Failure = null, CallOutcome Outcome = CallOutcome.Answered);
