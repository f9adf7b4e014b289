namespace LabelPlatform.TextClassification.Linear;

/// <summary>Counts the features of training texts, each once a text, and makes a table of those that are frequent enough.</summary>
public sealed class FeatureTableBuilder
{
    private readonly FeatureIndex _index = new(1 << 16);
    private int[] _documentFrequencies = new int[1 << 16];
    private int[] _lastDocuments = new int[1 << 16];
    private int _documents;

    /// <summary>Counts the features of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        _documents++;
        var counter = new Counter(this);
        LinearText.Visit(text, ref counter);
    }

    /// <summary>Makes the table of all texts so far. It depends on their order only where features are equally frequent.</summary>
    public FeatureTable Build(FeatureTableOptions? options = null)
    {
        options ??= new FeatureTableOptions();
        var minDocuments = options.MinDocuments;
        var kept = Enumerable.Range(0, _index.Count)
            .Where(feature => _documentFrequencies[feature] >= minDocuments)
            .OrderByDescending(feature => _documentFrequencies[feature])
            .Take(options.MaxFeatures)
            .ToArray();

        var index = new FeatureIndex(kept.Length);
        foreach (var feature in kept)
            index.FindOrAdd(_index.KindOf(feature), _index.CharactersOf(feature));
        return new FeatureTable(index, Array.ConvertAll(kept, feature => _documentFrequencies[feature]), _documents);
    }

    private void Count(FeatureKind kind, ReadOnlySpan<char> characters)
    {
        var feature = _index.FindOrAdd(kind, characters);
        if (feature == _documentFrequencies.Length)
        {
            Array.Resize(ref _documentFrequencies, 2 * feature);
            Array.Resize(ref _lastDocuments, 2 * feature);
        }

        if (_lastDocuments[feature] == _documents)
            return;
        _lastDocuments[feature] = _documents;
        _documentFrequencies[feature]++;
    }

    private readonly struct Counter(FeatureTableBuilder builder) : IFeatureVisitor
    {
        public void Visit(FeatureKind kind, scoped ReadOnlySpan<char> feature) => builder.Count(kind, feature);
    }
}
