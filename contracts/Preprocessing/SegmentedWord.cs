namespace LabelPlatform.Contracts.Preprocessing;

/// <summary>A word's place in its text.</summary>
/// <param name="Start">Offset of its first code point in the text.</param>
/// <param name="Length">Its length in code points.</param>
/// <param name="Kept">Whether the filters (stop words, single characters) kept it.</param>
public readonly record struct SegmentedWord(int Start, int Length, bool Kept);
