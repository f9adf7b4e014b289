using LabelPlatform.Segmentation;

namespace LabelPlatform.Tests.Common.Segmentation;

internal static class SegmenterExtensions
{
    public static string[] CutToStrings(this Segmenter segmenter, string text, bool hmm = true) =>
        [.. segmenter.Cut(text, hmm).Select(word => text.Substring(word.CharStart, word.CharLength))];
}
