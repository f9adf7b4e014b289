using System.Buffers;

namespace LabelPlatform.TextClassification;

/// <summary>
/// Turns the words of a text into the input row of an <c>embedding</c> model, equal to the integer to what Keras and the original make of
/// them: ids of the known words; zeros in front or the front cut off, to <c>cutlen</c>; ids of the known n-grams appended; the same to
/// <c>maxlen</c>. Immutable and thread-safe; a call allocates nothing.
/// </summary>
public sealed class EmbeddingFeatures
{
    private readonly WordIndex _words;
    private readonly NgramTable _ngrams;
    private readonly EmbeddingFeatureOptions _options;

    /// <summary>Combines the tables of one model.</summary>
    /// <exception cref="ArgumentException">The measures are out of range.</exception>
    public EmbeddingFeatures(WordIndex words, NgramTable ngrams, EmbeddingFeatureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindError() is { } error)
            throw new ArgumentException(error, nameof(options));
        _words = words;
        _ngrams = ngrams;
        _options = options;
    }

    /// <summary>Width of a row.</summary>
    public int Length => _options.Maxlen;

    // Each pass over a row for one n appends at most as many ids as the row has.
    private int LongestRow => _options.Cutlen << (_options.NgramRange - 1);

    /// <summary>Fills a row.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Where its words are, in UTF-16 code units.</param>
    /// <param name="row">Exactly <see cref="Length"/> ids.</param>
    public void Extract(ReadOnlySpan<char> text, ReadOnlySpan<Range> words, Span<int> row)
    {
        var buffer = ArrayPool<int>.Shared.Rent(Math.Max(words.Length, LongestRow));
        try
        {
            var count = 0;
            foreach (var word in words)
                count += Keep(_words.Find(text[word]), buffer, count);
            Arrange(buffer, count, row);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(buffer);
        }
    }

    /// <summary>Fills a row.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="row">Exactly <see cref="Length"/> ids.</param>
    public void Extract(IReadOnlyList<string> words, Span<int> row)
    {
        ArgumentNullException.ThrowIfNull(words);
        var buffer = ArrayPool<int>.Shared.Rent(Math.Max(words.Count, LongestRow));
        try
        {
            var count = 0;
            foreach (var word in words)
                count += Keep(_words.Find(word), buffer, count);
            Arrange(buffer, count, row);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(buffer);
        }
    }

    // Unknown words are dropped, not mapped: their neighbours become neighbours of each other.
    private static int Keep(int id, int[] ids, int count)
    {
        ids[count] = id;
        return id == 0 ? 0 : 1;
    }

    private void Arrange(Span<int> ids, int count, Span<int> row)
    {
        Padding.Fit(ids[..count], ids[.._options.Cutlen]);
        var length = _ngrams.Append(ids, _options.Cutlen, _options.NgramRange);
        Padding.Fit(ids[..length], row);
    }
}
