namespace LabelPlatform.TextClassification.Embedding;

/// <summary>Rows of ids with their truths.</summary>
public sealed class EmbeddingExamples
{
    private readonly int[] _ids;
    private readonly bool[] _positives;

    /// <summary>Takes rows.</summary>
    /// <param name="ids">The ids of all rows, one row after the other.</param>
    /// <param name="width">The number of ids of each row.</param>
    /// <param name="positives">For each row whether it is a positive.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public EmbeddingExamples(int[] ids, int width, bool[] positives)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(positives);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (ids.Length != (long)width * positives.Length)
            throw new ArgumentException($"{positives.Length} rows of {width} ids are not {ids.Length} ids.", nameof(ids));
        _ids = ids;
        _positives = positives;
        Width = width;
    }

    /// <summary>Number of rows.</summary>
    public int Count => _positives.Length;

    /// <summary>Number of ids of a row.</summary>
    public int Width { get; }

    /// <summary>The ids of a row.</summary>
    public ReadOnlySpan<int> Ids(int row) => _ids.AsSpan(row * Width, Width);

    /// <summary>Whether a row is a positive.</summary>
    public bool IsPositive(int row) => _positives[row];

    internal ReadOnlySpan<int> AllIds => _ids;
}
