using LabelPlatform.Segmentation;

namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// The occurrences of features in a text: its first 200 code points, normalised and then cut by jieba's own dictionary, whatever the
/// vocabulary of the label graph is. Its two ends are characters of their own, so that a pair can say how it begins and ends.
/// </summary>
internal static class LinearText
{
    /// <summary>No text has more occurrences: as many single code points, pairs (one more) and words.</summary>
    public const int MaxOccurrences = (3 * BaseWords.MaxCodePoints) + 1;

    // Normalised text has no control characters.
    private const char Start = '\u0002';
    private const char End = '\u0003';

    [ThreadStatic]
    private static List<Word>? _threadWords;

    /// <summary>
    /// Passes every occurrence on: the n-grams from left to right, then the words. An empty text has none. Allocates nothing once a thread has
    /// its list of words.
    /// </summary>
    public static void Visit<TVisitor>(scoped ReadOnlySpan<char> text, scoped ref TVisitor visitor)
        where TVisitor : IFeatureVisitor, allows ref struct
    {
        var length = CodePoints.Skip(text, BaseWords.MaxCodePoints);
        if (length == 0)
            return;

        Span<char> bounded = stackalloc char[(2 * BaseWords.MaxCodePoints) + 2];
        bounded = bounded[..(length + 2)];
        (bounded[0], bounded[^1]) = (Start, End);
        var normalized = bounded[1..^1];
        TextNormalization.Apply(text[..length], normalized);

        VisitNgrams(bounded, ref visitor);
        VisitWords(normalized, ref visitor);
    }

    private static void VisitNgrams<TVisitor>(scoped ReadOnlySpan<char> bounded, scoped ref TVisitor visitor)
        where TVisitor : IFeatureVisitor, allows ref struct
    {
        var end = bounded.Length - 1;
        for (int start = 0, middle = 1; start < end;)
        {
            var next = CodePoints.Skip(bounded, 1, middle);
            visitor.Visit(FeatureKind.Ngram, bounded[start..next]);
            if (middle < end)
                visitor.Visit(FeatureKind.Ngram, bounded[middle..next]);
            (start, middle) = (middle, next);
        }
    }

    private static void VisitWords<TVisitor>(scoped ReadOnlySpan<char> text, scoped ref TVisitor visitor)
        where TVisitor : IFeatureVisitor, allows ref struct
    {
        var words = _threadWords ??= new List<Word>(BaseWords.MaxCodePoints);
        words.Clear();
        Segmenter.Default.Cut(text, words);
        foreach (var word in words)
            visitor.Visit(FeatureKind.Word, text.Slice(word.CharStart, word.CharLength));
    }
}
