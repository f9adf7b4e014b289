namespace LabelPlatform.Segmentation;

/// <summary>Counts a text as Python does, in code points; an unpaired surrogate counts as one.</summary>
public static class CodePoints
{
    /// <summary>Where a text's code points from <paramref name="from"/> on end, after at most <paramref name="count"/> of them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many code points to skip.</param>
    /// <param name="from">Where to start, in UTF-16 units.</param>
    /// <returns>The position behind them, in UTF-16 units; at most the text's length.</returns>
    public static int Skip(ReadOnlySpan<char> text, int count, int from = 0)
    {
        var at = from;
        for (; count > 0 && at < text.Length; count--)
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        return at;
    }
}
