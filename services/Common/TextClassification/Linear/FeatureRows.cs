using System.Numerics.Tensors;

namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// Feature vectors of many texts, as a sparse matrix in rows: computed once, then shared by the training of every label. Immutable.
/// </summary>
public sealed class FeatureRows
{
    private readonly int[] _offsets;
    private readonly int[] _ids;
    private readonly float[] _values;
    private readonly float[] _squaredNorms;

    /// <summary>Takes the arrays of a sparse matrix.</summary>
    /// <param name="offsets">Where each row begins, and where the last one ends.</param>
    /// <param name="ids">The ids of all rows, from 1, ascending within a row.</param>
    /// <param name="values">Their values.</param>
    /// <param name="features">The highest id there may be.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public FeatureRows(int[] offsets, int[] ids, float[] values, int features)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(values);
        if (offsets is not [0, ..] || offsets[^1] != ids.Length || values.Length != ids.Length)
            throw new ArgumentException("Offsets begin with 0 and end with the number of ids, which is the number of values.", nameof(offsets));
        if (ids.AsSpan().ContainsAnyExceptInRange(1, features))
            throw new ArgumentException($"Ids are from 1 to {features}.", nameof(ids));
        _offsets = offsets;
        _ids = ids;
        _values = values;
        Features = features;
        _squaredNorms = new float[Count];
        for (var row = 0; row < Count; row++)
            _squaredNorms[row] = TensorPrimitives.SumOfSquares(Values(row));
    }

    /// <summary>Number of rows.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>The highest id there may be.</summary>
    public int Features { get; }

    /// <summary>The ids of a row, ascending.</summary>
    public ReadOnlySpan<int> Ids(int row) => _ids.AsSpan(_offsets[row].._offsets[row + 1]);

    /// <summary>The values of a row, in the order of its ids: for texts idf, divided by the row's length.</summary>
    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_offsets[row].._offsets[row + 1]);

    internal float SquaredNorm(int row) => _squaredNorms[row];

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

        int[] ids = [.. parts.SelectMany(part => part)];
        var values = new float[ids.Length];
        for (var row = 0; row < texts.Count; row++)
            Weigh(features.Table.Idf, ids.AsSpan(offsets[row]..offsets[row + 1]), values.AsSpan(offsets[row]..offsets[row + 1]));
        return new FeatureRows(offsets, ids, values, features.Table.Count);
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

    private static void Weigh(ReadOnlySpan<float> idf, ReadOnlySpan<int> ids, Span<float> values)
    {
        for (var i = 0; i < ids.Length; i++)
            values[i] = idf[ids[i]];
        if (!values.IsEmpty)
            TensorPrimitives.Divide(values, TensorPrimitives.Norm<float>(values), values);
    }
}
