namespace LabelPlatform.Contracts.GraphMatching;

/// <summary>The words of one text to match.</summary>
/// <param name="Words">The words that Preprocess kept, in order, repeats included.</param>
/// <param name="Deadline">UTC. When it has passed, nobody waits for the answer any more.</param>
public sealed record TextToMatch(string[] Words, DateTime Deadline);
