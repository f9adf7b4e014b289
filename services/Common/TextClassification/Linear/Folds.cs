namespace LabelPlatform.TextClassification.Linear;

/// <summary>Parts of a cross-validation.</summary>
internal static class Folds
{
    /// <summary>Deals rows out at random, positives and negatives each evenly.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="targets">By row.</param>
    /// <param name="count">The number of folds.</param>
    /// <param name="seed">Seed of the order.</param>
    public static int[][] Create(ReadOnlySpan<int> rows, sbyte[] targets, int count, long seed)
    {
        int[] order = [.. rows];
        Array.Sort(order);
        new SplitMix64(seed).Shuffle<int>(order);
        var dealt = order.OrderBy(row => targets[row]).Select((row, i) => (Row: row, Fold: i % count));
        return [.. dealt.GroupBy(pair => pair.Fold, pair => pair.Row).OrderBy(fold => fold.Key).Select(fold => fold.ToArray())];
    }
}
