namespace LabelPlatform.TextClassification.Embedding;

/// <summary>The words and n-grams of training texts, numbered as the original numbers them, with the measures of the rows made from them.</summary>
/// <param name="Words">The words in id order from 1: by falling count, equal ones as first seen.</param>
/// <param name="Ngrams">The n-grams of the cut and padded rows with their ids, in the order first seen.</param>
/// <param name="Options">The measures.</param>
public sealed record EmbeddingVocabulary(
    IReadOnlyList<string> Words,
    IReadOnlyList<KeyValuePair<IReadOnlyList<int>, int>> Ngrams,
    EmbeddingFeatureOptions Options)
{
    private const double CoveredRows = 0.9;

    /// <summary>Number of vectors that the embedding needs.</summary>
    public int Rows => Math.Max(Words.Count, Options.MaxFeatures + Ngrams.Count) + 1;

    /// <summary>The features that make rows of words.</summary>
    public EmbeddingFeatures CreateFeatures() => new(new WordIndex(Words), new NgramTable(Ngrams), Options);

    /// <summary>Collects the words and n-grams of training texts.</summary>
    /// <param name="texts">The words of each text.</param>
    /// <param name="ngramRange">The largest n; 1 means no n-grams.</param>
    /// <param name="cutlen">Words a text is cut or padded to; null takes what is enough for nine texts in ten, the original's rule.</param>
    public static EmbeddingVocabulary Fit(IReadOnlyList<IReadOnlyList<string>> texts, int ngramRange = 2, int? cutlen = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var words = CountWords(texts);
        var index = new WordIndex(words);
        var length = cutlen ?? FindCutlen(texts);
        var ngrams = new NgramCollector(ngramRange, words.Count);
        var row = new int[length << (ngramRange - 1)];
        var maxlen = 1;
        foreach (var text in texts)
        {
            int[] ids = [.. text.Select(word => index.Find(word)).Where(id => id != 0)];
            Padding.Fit(ids, row.AsSpan(0, length));
            ngrams.Add(row.AsSpan(0, length));
            maxlen = Math.Max(maxlen, ngrams.Table.Append(row, length, ngramRange));
        }

        return new EmbeddingVocabulary(words, ngrams.Ngrams, new EmbeddingFeatureOptions(length, ngramRange, words.Count, maxlen));
    }

    private static List<string> CountWords(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        var counts = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(text => text).Select(ToLower))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        return [.. counts.OrderByDescending(pair => pair.Value).Select(pair => pair.Key)];
    }

    private static string ToLower(string word)
    {
        if (!PythonCase.MayChange(word))
            return word;
        var lower = new char[word.Length * PythonCase.MaxGrowth];
        return new string(lower, 0, PythonCase.ToLower(word, lower));
    }

    /// <summary>The percentile of the numbers of words, between two of them in proportion, rounded up.</summary>
    private static int FindCutlen(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        int[] lengths = [.. texts.Select(text => text.Count).Order()];
        if (lengths.Length == 0)
            return 1;
        var place = CoveredRows * (lengths.Length - 1);
        var below = lengths[(int)place];
        var above = lengths[Math.Min((int)place + 1, lengths.Length - 1)];
        return Math.Max(1, (int)Math.Ceiling(below + ((place - (int)place) * (above - below))));
    }
}
