using System.Text.Json.Serialization;

namespace LabelPlatform.Contracts.Preprocessing;

/// <summary>One text, cut into words.</summary>
/// <param name="Text">The part of the text that was cut: its first 200 code points, or the whole.</param>
/// <param name="Truncated">Whether the text was longer than the part that was cut.</param>
/// <param name="Words">Every word in order; together they are <paramref name="Text"/>.</param>
/// <param name="Error">Why this text could not be processed, or null. The other members are empty then.</param>
public sealed record PreprocessedText(
    string Text,
    bool Truncated,
    [property: JsonConverter(typeof(SegmentedWordsConverter))] SegmentedWord[] Words,
    string? Error = null);
