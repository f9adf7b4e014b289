namespace LabelPlatform.Api.Words;

/// <summary>A word with its place in the text.</summary>
/// <param name="Word">The word.</param>
/// <param name="Start">Its offset in code points.</param>
/// <param name="Length">Its length in code points.</param>
public readonly record struct ItemWord(string Word, int Start, int Length);
