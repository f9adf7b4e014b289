using System.Collections.Frozen;
using System.Reflection;

namespace LabelPlatform.Segmentation;

/// <summary>Words that say nothing about what a text is about: pronouns, particles, conjunctions, punctuation.</summary>
public sealed class StopWords
{
    private static readonly Lazy<StopWords> LazyDefault = new(LoadDefault);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>A list of these words; white space around a word and empty words do not count.</summary>
    public StopWords(IEnumerable<string> words)
    {
        var set = words.Select(word => word.Trim()).Where(word => word.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        Count = set.Count;
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The list written for this platform, <c>stopwords.txt</c>.</summary>
    public static StopWords Default => LazyDefault.Value;

    /// <summary>How many different words there are.</summary>
    public int Count { get; }

    /// <summary>Reads a list from a file: UTF-8, one word a line.</summary>
    public static StopWords Load(string path) => new(File.ReadLines(path));

    /// <summary>Whether the word, exactly so written, is a stop word.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    private static StopWords LoadDefault()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("stopwords.txt")
            ?? throw new InvalidOperationException("The assembly was built without its stop words, stopwords.txt.");
        using var reader = new StreamReader(stream);
        return new StopWords(reader.ReadToEnd().Split('\n'));
    }
}
