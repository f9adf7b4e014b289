namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// The features that all <c>linear</c> models of a dataset share, numbered from 1 (0 is padding) from the most frequent to the rarest, each with
/// the weight of its rarity. Immutable and thread-safe; a look-up allocates nothing.
/// </summary>
public sealed class FeatureTable
{
    private readonly FeatureIndex _index;
    private readonly int[] _documentFrequencies;
    private readonly float[] _idf;

    internal FeatureTable(FeatureIndex index, int[] documentFrequencies, int documents)
    {
        _index = index;
        _documentFrequencies = documentFrequencies;
        Documents = documents;
        _idf = new float[documentFrequencies.Length + 1];
        for (var i = 0; i < documentFrequencies.Length; i++)
            _idf[i + 1] = (float)(Math.Log((1.0 + documents) / (1.0 + documentFrequencies[i])) + 1);
    }

    /// <summary>Number of features, and the highest id.</summary>
    public int Count => _documentFrequencies.Length;

    /// <summary>Number of texts that it was built from.</summary>
    public int Documents { get; }

    /// <summary>
    /// By id, scikit-learn's smooth inverse document frequency: ln((1 + n) / (1 + texts with the feature)) + 1. At 0 stands 0, for the padding.
    /// </summary>
    public ReadOnlySpan<float> Idf => _idf;

    internal ReadOnlySpan<int> DocumentFrequencies => _documentFrequencies;

    /// <summary>The id of a feature of normalised text, or 0.</summary>
    public int Find(FeatureKind kind, ReadOnlySpan<char> characters) => _index.Find(kind, characters) + 1;

    /// <summary>What an id stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public FeatureKind KindOf(int id) => _index.KindOf(Checked(id));

    /// <summary>The characters that an id stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public ReadOnlySpan<char> CharactersOf(int id) => _index.CharactersOf(Checked(id));

    private int Checked(int id)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, Count);
        return id - 1;
    }
}
