using System.Text;
using LabelPlatform.Segmentation;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

/// <summary>The features of a text by the book: strings, sets and no care for time.</summary>
internal static class SlowFeatures
{
    public static HashSet<(FeatureKind Kind, string Characters)> Of(string text)
    {
        var points = CodePoints(text).Take(200).Select(Normalize).ToArray();
        if (points.Length == 0)
            return [];

        string[] bounded = ["\u0002", .. points, "\u0003"];
        var pairs = bounded.Zip(bounded.Skip(1), (left, right) => (FeatureKind.Ngram, left + right));
        var cut = string.Concat(points);
        var words = Segmenter.Default.Cut(cut).Select(word => (FeatureKind.Word, cut.Substring(word.CharStart, word.CharLength)));
        return [.. points.Select(point => (FeatureKind.Ngram, point)), .. pairs, .. words];
    }

    public static Dictionary<(FeatureKind Kind, string Characters), int> Count(IEnumerable<string> texts) =>
        texts.SelectMany(Of).CountBy(feature => feature).ToDictionary();

    private static IEnumerable<string> CodePoints(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = i + 1 < text.Length && char.IsSurrogatePair(text, i) ? 2 : 1;
            yield return text.Substring(i, length);
            i += length;
        }
    }

    private static string Normalize(string point)
    {
        if (point.Length == 2)
            return point;
        var c = point[0];
        if (c is >= '\uFF01' and <= '\uFF5E')
            c = (char)(c - 0xFEE0);
        return char.IsWhiteSpace(c) || char.IsControl(c) ? " " : Rune.IsValid(c) ? Rune.ToLowerInvariant(new Rune(c)).ToString() : c.ToString();
    }
}
