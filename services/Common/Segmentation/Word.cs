namespace LabelPlatform.Segmentation;

/// <summary>A word of a text, by its place in it: <c>text.AsSpan(word.CharStart, word.CharLength)</c>.</summary>
/// <param name="Start">Its first code point, counted from 0.</param>
/// <param name="Length">Its length in code points; an unpaired surrogate counts as one.</param>
/// <param name="CharStart">Its first UTF-16 unit, counted from 0.</param>
/// <param name="CharLength">Its length in UTF-16 units.</param>
public readonly record struct Word(int Start, int Length, int CharStart, int CharLength);
