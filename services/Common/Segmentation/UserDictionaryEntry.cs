namespace LabelPlatform.Segmentation;

/// <summary>A line of a user dictionary.</summary>
/// <param name="Word">The word.</param>
/// <param name="Frequency">How often it occurs, 0 to forbid it; null for as often as it takes to be cut as one word.</param>
/// <param name="Tag">Its part of speech, which segmentation does not use.</param>
public sealed record UserDictionaryEntry(string Word, long? Frequency = null, string? Tag = null);
