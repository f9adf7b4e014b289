using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Inference.Catalog;

namespace LabelPlatform.Inference;

/// <summary>A text and its words as the models see them. A kind of words is found once a text, for the first model that needs it.</summary>
public sealed class TextWords(TextToPredict text)
{
    private readonly Lazy<Range[]> _kept = new(() => FindKept(text.Text, text.Words));

    /// <summary>The text.</summary>
    public string Text { get; } = text.Text;

    /// <summary>Where its words are, in UTF-16 code units.</summary>
    /// <exception cref="PredictionException">The words of the message do not fit its text.</exception>
    public ReadOnlySpan<Range> Of(WordSource source) => source is WordSource.Kept ? _kept.Value : throw new NotSupportedException();

    /// <summary>The words that Preprocess kept, one after the other.</summary>
    /// <exception cref="PredictionException">The words of the message do not fit its text.</exception>
    public IEnumerable<string> Kept => _kept.Value.Select(word => Text[word]);

    // The message counts code points. Its words are in the order of the text.
    private static Range[] FindKept(string text, IReadOnlyList<SegmentedWord> words)
    {
        var kept = new List<Range>(words.Count);
        var codePoint = 0;
        var position = 0;
        foreach (var word in words)
        {
            if (word.Start < codePoint || word.Length < 0)
                throw new PredictionException(CallOutcome.Rejected, "the words of the text are not in its order");
            var start = Advance(text, position, word.Start - codePoint);
            var end = Advance(text, start, word.Length);
            codePoint = word.Start + word.Length;
            position = end;
            if (word.Kept)
                kept.Add(start..end);
        }

        return [.. kept];
    }

    private static int Advance(string text, int position, int codePoints)
    {
        for (; codePoints > 0; codePoints--)
        {
            if (position >= text.Length)
                throw new PredictionException(CallOutcome.Rejected, "the words of the text reach over its end");
            position += position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 1;
        }

        return position;
    }
}
