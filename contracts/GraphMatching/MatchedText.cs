namespace LabelPlatform.Contracts.GraphMatching;

/// <summary>The matches of one text.</summary>
/// <param name="Words">The words that have a label, in order.</param>
/// <param name="Error">Why this text could not be matched, or null.</param>
public sealed record MatchedText(MatchedWord[] Words, string? Error = null);
