using System.Collections.Concurrent;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.ModelVersions;
using LabelPlatform.Segmentation;
using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Inference;

/// <summary>A text and its words as the models see them. A kind of words is found once a text, for the first model that needs it.</summary>
public sealed class TextWords(TextToPredict text) : IModelText
{
    private readonly Lazy<Range[]> _kept = new(() => FindKept(text.Text, text.Words));
    private readonly Lazy<Range[]> _base = new(() => BaseWords.Cut(text.Text));
    private ConcurrentDictionary<LinearFeatures, Lazy<int[]>>? _features;

    /// <summary>The text.</summary>
    public string Text { get; } = text.Text;

    /// <summary>The words that Preprocess kept, one after the other.</summary>
    /// <exception cref="PredictionException">The words of the message do not fit its text.</exception>
    public IEnumerable<string> Kept => _kept.Value.Select(word => Text[word]);

    /// <summary>Where its words are, in UTF-16 code units.</summary>
    /// <exception cref="PredictionException">The words of the message do not fit its text.</exception>
    public ReadOnlySpan<Range> Of(WordSource source) => source is WordSource.Base ? _base.Value : _kept.Value;

    /// <summary>The ids of what it has of a table that many models share; found once a text, for the first model that needs them.</summary>
    public ReadOnlySpan<int> Of(LinearFeatures features) =>
        LazyInitializer.EnsureInitialized(ref _features)
            .GetOrAdd(features, static (key, text) => new Lazy<int[]>(() => Extract(key, text)), Text).Value;

    private static int[] Extract(LinearFeatures features, string text)
    {
        Span<int> ids = stackalloc int[LinearFeatures.MaxIds];
        return ids[..features.Extract(text, ids)].ToArray();
    }

    // The message counts code points. Its words are in the order of the text.
    private static Range[] FindKept(string text, SegmentedWord[] words)
    {
        var kept = new List<Range>(words.Length);
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
            position = CodePoints.Skip(text, 1, position);
        }

        return position;
    }
}
