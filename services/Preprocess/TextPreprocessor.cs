using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Segmentation;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Preprocess;

/// <summary>Cuts a text into words and marks those that labelling looks at. Order, repeats and offsets are kept.</summary>
public sealed class TextPreprocessor(WordFilter filter, IOptions<PreprocessOptions> options)
{
    /// <summary>Cuts the first code points of a text, as many as are looked at.</summary>
    public PreprocessedText Preprocess(string text, Segmenter segmenter)
    {
        var end = CodePoints.Skip(text, options.Value.MaxLength);
        return Cut(text[..end], end < text.Length, segmenter);
    }

    /// <summary>Cuts a whole text, if it is not too long.</summary>
    public PreprocessedText PreprocessWhole(string text, Segmenter segmenter) =>
        CodePoints.Skip(text, options.Value.MaxWholeLength) < text.Length
            ? new PreprocessedText("", false, [], $"The text is longer than {options.Value.MaxWholeLength:N0} characters; send it in parts.")
            : Cut(text, false, segmenter);

    private PreprocessedText Cut(string text, bool truncated, Segmenter segmenter)
    {
        var words = new List<Word>();
        segmenter.Cut(text, words);
        var segmented = new SegmentedWord[words.Count];
        for (var index = 0; index < segmented.Length; index++)
        {
            var word = words[index];
            segmented[index] = new SegmentedWord(word.Start, word.Length, filter.Keeps(text.AsSpan(word.CharStart, word.CharLength), word.Length));
        }

        return new PreprocessedText(text, truncated, segmented);
    }
}
