namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// The parts of a cross-validation. Rows of the same features are in the same one: otherwise the margin of a text that is there twice would come
/// from weights that know it.
/// </summary>
internal sealed class Folds
{
    private readonly int[] _order;
    private readonly ulong[] _hashes;
    private readonly int _count;

    /// <summary>Orders rows by chance.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="count">The number of folds.</param>
    /// <param name="seed">Seed of the order.</param>
    public Folds(FeatureRows rows, int count, long seed)
    {
        _count = count;
        _order = [.. Enumerable.Range(0, rows.Count)];
        _hashes = Array.ConvertAll(_order, row => Hash(rows.Ids(row), seed));
        Array.Sort(_hashes, _order);
    }

    /// <summary>Deals the rows of a label out, positives and negatives each evenly.</summary>
    /// <param name="targets">For each row 1, -1 or 0; rows of 0 are in no fold.</param>
    public int[][] Deal(ReadOnlySpan<sbyte> targets)
    {
        var folds = Enumerable.Range(0, _count).Select(_ => new List<int>((_order.Length / _count) + 1)).ToArray();
        var (positives, negatives) = (0, 0);
        for (var i = 0; i < _order.Length; i++)
        {
            var target = targets[_order[i]];
            if (target == 0)
                continue;
            ref var dealt = ref target > 0 ? ref positives : ref negatives;
            dealt += i > 0 && _hashes[i] == _hashes[i - 1] ? 0 : 1;
            folds[dealt % _count].Add(_order[i]);
        }

        return Array.ConvertAll(folds, fold => fold.ToArray());
    }

    private static ulong Hash(ReadOnlySpan<int> ids, long seed)
    {
        var hash = (ulong)seed;
        foreach (var id in ids)
            hash = new SplitMix64((long)hash ^ id).Next();
        return hash;
    }
}
