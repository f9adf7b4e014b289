namespace LabelPlatform.Api.Labeling;

/// <summary>A word with its place in the text, in code points.</summary>
internal readonly record struct KeptWord(string Word, int Start, int Length);
