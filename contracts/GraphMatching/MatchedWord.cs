namespace LabelPlatform.Contracts.GraphMatching;

/// <summary>A word with its labels. It is ambiguous when it has more than one.</summary>
/// <param name="Index">Position of the word in <see cref="TextToMatch.Words"/>, from 0.</param>
/// <param name="Labels">Its labels, at least one, each once.</param>
public sealed record MatchedWord(int Index, LabelWeight[] Labels);
