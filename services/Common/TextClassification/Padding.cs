namespace LabelPlatform.TextClassification;

/// <summary>Keras's <c>pad_sequences</c> with its defaults: zeros in front, and of a row that is too long the last ids stay.</summary>
public static class Padding
{
    /// <summary>Copies ids into a row of another length.</summary>
    public static void Fit(ReadOnlySpan<int> ids, Span<int> row)
    {
        var kept = ids.Length > row.Length ? ids[^row.Length..] : ids;
        var zeros = row.Length - kept.Length;
        kept.CopyTo(row[zeros..]);
        row[..zeros].Clear();
    }
}
