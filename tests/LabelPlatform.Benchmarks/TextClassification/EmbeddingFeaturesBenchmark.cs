using BenchmarkDotNet.Attributes;
using LabelPlatform.TextClassification;

namespace LabelPlatform.Benchmarks.TextClassification;

/// <summary>
/// The features of a model as large as the original's movie model: 26,517 words, 134,392 bigrams, cutlen 60, maxlen 119. The text has
/// 60 words, most of its bigrams are known.
/// </summary>
[MemoryDiagnoser]
public class EmbeddingFeaturesBenchmark
{
    private const int Words = 26_517;
    private const int Ngrams = 134_392;

    private EmbeddingFeatures _features = null!;
    private string _text = null!;
    private Range[] _words = null!;
    private int[] _row = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var words = new HashSet<string>();
        while (words.Count < Words)
            words.Add($"{(char)random.Next('一', '龥')}{(char)random.Next('一', '龥')}");
        var ordered = words.ToArray();
        var text = Enumerable.Range(0, 60).Select(_ => random.Next(Words)).ToArray();
        var ngrams = new HashSet<(int, int)>(text.Zip(text.Skip(1), (first, second) => (first + 1, second + 1)).Take(50));
        while (ngrams.Count < Ngrams)
            ngrams.Add((random.Next(Words + 1), random.Next(1, Words + 1)));

        _features = new EmbeddingFeatures(
            new WordIndex(ordered),
            new NgramTable(ngrams.Select((pair, i) => KeyValuePair.Create<IReadOnlyList<int>, int>([pair.Item1, pair.Item2], Words + 1 + i))),
            new EmbeddingFeatureOptions(Cutlen: 60, NgramRange: 2, MaxFeatures: Words, Maxlen: 119));
        _text = string.Concat(text.Select(word => ordered[word]));
        _words = [.. Enumerable.Range(0, 60).Select(word => (2 * word)..((2 * word) + 2))];
        _row = new int[119];
    }

    [Benchmark]
    public void OneText() => _features.Extract(_text, _words, _row);
}
