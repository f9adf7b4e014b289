namespace LabelPlatform.TextClassification.Linear;

/// <summary>Parts of a cross-validation.</summary>
internal static class Folds
{
    /// <summary>
    /// Deals rows out, positives and negatives each evenly. Rows of the same features go together: otherwise the margin of a text that is there
    /// twice would come from weights that know it.
    /// </summary>
    /// <param name="rows">The feature rows.</param>
    /// <param name="used">The rows to deal out.</param>
    /// <param name="targets">By row.</param>
    /// <param name="count">The number of folds.</param>
    /// <param name="seed">Seed of the order.</param>
    public static int[][] Create(FeatureRows rows, ReadOnlySpan<int> used, sbyte[] targets, int count, long seed)
    {
        int[] order = [.. used];
        var keys = Array.ConvertAll(order, row => (targets[row], Hash(rows.Ids(row), seed), row));
        Array.Sort(keys, order);

        var folds = Enumerable.Range(0, count).Select(_ => new List<int>(order.Length / count + 1)).ToArray();
        var group = 0;
        for (var i = 0; i < order.Length; i++)
        {
            group += i > 0 && !rows.Ids(order[i]).SequenceEqual(rows.Ids(order[i - 1])) ? 1 : 0;
            folds[group % count].Add(order[i]);
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
