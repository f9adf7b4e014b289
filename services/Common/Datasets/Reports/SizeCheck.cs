using LabelPlatform.Segmentation;
using LabelPlatform.TextClassification;

namespace LabelPlatform.Datasets.Reports;

/// <summary>Finds texts that are too short or too long, and labels with few rows.</summary>
internal static class SizeCheck
{
    private const int MinCodePoints = 4;

    // Below this many test rows a change of the metrics is chance.
    private const int MinTestRows = 30;

    public static IEnumerable<DatasetFinding> Find(IReadOnlyList<DatasetRow> rows, IReadOnlyList<LabelCounts> counts)
    {
        var tooShort = rows.Where(row => HasUpTo(MinCodePoints - 1, row.Text.AsSpan().Trim())).ToArray();
        if (tooShort.Length > 0)
        {
            yield return new DatasetFinding(
                FindingKind.TooShort, null, tooShort.Length, $"{tooShort.Length} texts have fewer than {MinCodePoints} characters.", ExampleRow.Of(tooShort));
        }

        var tooLong = rows.Where(row => !HasUpTo(BaseWords.MaxCodePoints, row.Text)).ToArray();
        if (tooLong.Length > 0)
        {
            yield return new DatasetFinding(
                FindingKind.TooLong, null, tooLong.Length, $"{tooLong.Length} texts are longer than the {BaseWords.MaxCodePoints} characters that models look at.", ExampleRow.Of(tooLong));
        }

        foreach (var label in counts.Where(label => label.Test < MinTestRows))
        {
            yield return new DatasetFinding(
                FindingKind.FewRows, label.Label, label.Total, $"Only {label.Test} test rows have the label '{label.Label}': under {MinTestRows} a person has to decide whether a model of it goes live.", []);
        }
    }

    private static bool HasUpTo(int codePoints, ReadOnlySpan<char> text) => CodePoints.Skip(text, codePoints) == text.Length;
}
