namespace LabelPlatform.TextClassification.Embedding;

/// <summary>Every epoch another order, by chance.</summary>
/// <param name="seed">The seed.</param>
public sealed class ShuffledOrder(long seed) : IEpochOrder
{
    /// <inheritdoc/>
    public void Arrange(int epoch, Span<int> rows)
    {
        for (var i = 0; i < rows.Length; i++)
            rows[i] = i;
        new SplitMix64(seed ^ ((long)epoch << 32)).Shuffle(rows);
    }
}
