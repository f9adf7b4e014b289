namespace LabelPlatform.Contracts.Preprocessing;

/// <summary>One text to cut into words.</summary>
/// <param name="Text">The text as it was given.</param>
/// <param name="Deadline">UTC. When it has passed, nobody waits for the answer any more.</param>
public sealed record TextToPreprocess(string Text, DateTime Deadline);
