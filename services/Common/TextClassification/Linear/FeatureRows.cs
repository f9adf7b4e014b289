namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// Feature vectors of many texts, as a sparse matrix in rows: computed once, then shared by the training of every label. A text's vector is the
/// idf of its features, divided by the vector's length; as the idf is the table's, a row needs only its ids and one factor. Immutable.
/// </summary>
public sealed class FeatureRows
{
    private readonly int[] _offsets;
    private readonly int[] _ids;
    private readonly float[] _idf;
    private readonly float[] _scales;

    /// <summary>Takes the arrays of the matrix.</summary>
    /// <param name="offsets">Where each row begins, and where the last one ends.</param>
    /// <param name="ids">The ids of all rows, from 1, each once in a row.</param>
    /// <param name="idf">By id, from 0, the weight of a feature's rarity.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public FeatureRows(int[] offsets, int[] ids, ReadOnlySpan<float> idf)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        ArgumentNullException.ThrowIfNull(ids);
        if (offsets is not [0, ..] || offsets[^1] != ids.Length)
            throw new ArgumentException("Offsets begin with 0 and end with the number of ids.", nameof(offsets));
        if (ids.AsSpan().ContainsAnyExceptInRange(1, idf.Length - 1))
            throw new ArgumentException($"Ids are from 1 to {idf.Length - 1}.", nameof(ids));
        _offsets = offsets;
        _ids = ids;
        _idf = idf.ToArray();
        _scales = new float[Count];
        for (var row = 0; row < Count; row++)
            _scales[row] = FindScale(Ids(row));
    }

    /// <summary>Number of rows.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>The highest id there may be.</summary>
    public int Features => _idf.Length - 1;

    /// <summary>By id, from 0, the weight of a feature's rarity.</summary>
    public ReadOnlySpan<float> Idf => _idf;

    /// <summary>The ids of a row.</summary>
    public ReadOnlySpan<int> Ids(int row) => _ids.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>What the idf of a row's ids are multiplied by to give its vector: one divided by its length, 0 when it has no id.</summary>
    public float Scale(int row) => _scales[row];

    /// <summary>Computes the rows of texts.</summary>
    /// <param name="features">Finds their ids.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="threads">How many threads may work; the result does not depend on it.</param>
    public static FeatureRows Create(LinearFeatures features, IReadOnlyList<string> texts, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var offsets = new int[texts.Count + 1];
        var parts = new int[threads][];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads },
            part => parts[part] = FindIds(features, texts, PartStart(texts.Count, part, threads)..PartStart(texts.Count, part + 1, threads), offsets));
        for (var row = 0; row < texts.Count; row++)
            offsets[row + 1] += offsets[row];

        return new FeatureRows(offsets, [.. parts.SelectMany(part => part)], features.Table.Idf);
    }

    private static int PartStart(int count, int part, int parts) => (int)((long)count * part / parts);

    /// <summary>The ids of some rows, one row after the other; each row's number of ids goes behind its place in the offsets.</summary>
    private static int[] FindIds(LinearFeatures features, IReadOnlyList<string> texts, Range rows, int[] offsets)
    {
        var ids = new int[LinearFeatures.MaxIds];
        var count = 0;
        for (var row = rows.Start.Value; row < rows.End.Value; row++)
        {
            if (count + LinearFeatures.MaxIds > ids.Length)
                Array.Resize(ref ids, 2 * ids.Length);
            offsets[row + 1] = features.Extract(texts[row], ids.AsSpan(count));
            count += offsets[row + 1];
        }

        return ids[..count];
    }

    private float FindScale(ReadOnlySpan<int> ids)
    {
        var sum = 0f;
        foreach (var id in ids)
            sum += _idf[id] * _idf[id];
        return ids.IsEmpty ? 0 : 1 / MathF.Sqrt(sum);
    }
}
