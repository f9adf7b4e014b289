using LabelPlatform.Segmentation;

namespace LabelPlatform.TextClassification;

/// <summary>
/// The words of a text by jieba's own dictionary, whatever the label graph's vocabulary is, so that they are the same in training and in serving. Only
/// the first 200 code points count, to which Preprocess cuts texts too.
/// </summary>
public static class BaseWords
{
    /// <summary>Code points of a text that models look at.</summary>
    public const int MaxCodePoints = 200;

    /// <summary>Where the words are, in UTF-16 code units.</summary>
    public static Range[] Cut(string text)
    {
        var part = text.AsSpan(0, CodePoints.Skip(text, MaxCodePoints));
        var words = new List<Word>(part.Length);
        Segmenter.Default.Cut(part, words);
        return [.. words.Select(word => word.CharStart..(word.CharStart + word.CharLength))];
    }
}
