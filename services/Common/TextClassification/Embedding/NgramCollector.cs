namespace LabelPlatform.TextClassification.Embedding;

/// <summary>Collects the distinct n-grams of padded rows, as the original's <c>get_ti_and_nmf</c>.</summary>
/// <param name="ngramRange">The largest n.</param>
/// <param name="maxFeatures">N-grams are numbered from the next.</param>
internal sealed class NgramCollector(int ngramRange, int maxFeatures)
{
    private readonly List<KeyValuePair<IReadOnlyList<int>, int>> _ngrams = [];

    /// <summary>All so far.</summary>
    public NgramTable Table { get; } = new();

    /// <summary>The same as a list, by id.</summary>
    public IReadOnlyList<KeyValuePair<IReadOnlyList<int>, int>> Ngrams => _ngrams;

    /// <summary>Adds the n-grams of a row. Those of padding alone stay, but of the largest n: so it is in the original.</summary>
    public void Add(ReadOnlySpan<int> row)
    {
        for (var n = 2; n <= ngramRange; n++)
        {
            for (var start = 0; start + n <= row.Length; start++)
            {
                var ngram = row.Slice(start, n);
                if (Table.Contains(ngram) || (n == ngramRange && !ngram.ContainsAnyExcept(0)))
                    continue;
                var id = maxFeatures + _ngrams.Count + 1;
                Table.Add(ngram, id);
                _ngrams.Add(KeyValuePair.Create<IReadOnlyList<int>, int>([.. ngram], id));
            }
        }
    }
}
