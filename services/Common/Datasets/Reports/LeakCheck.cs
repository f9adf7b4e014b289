namespace LabelPlatform.Datasets.Reports;

/// <summary>
/// Finds characters that tell a label though they mean nothing: digits, punctuation, blanks, letters of the alphabet. In the original's samples every
/// "1" of the other labels' texts was made a "0", so that no text with a "1" could be anything but positive. Such a character is one that some part of a
/// label's rows has and the other rows, of which as large a part should have it, have not, or the other way round.
/// </summary>
internal static class LeakCheck
{
    // Were the character as frequent on both sides, so many rows of the side without it would have it. That none has is chance once in 160,000 times (e^-12).
    private const double MinExpected = 12;

    // Rows of the poorer side that may have it all the same, as a part of those expected: a handful of clean rows does not mend a leak.
    private const double MaxShare = 0.02;

    public static IEnumerable<DatasetFinding> Find(IReadOnlyList<DatasetRow> rows, IReadOnlyList<LabelCounts> counts)
    {
        var tokens = rows.Select(Tokens).ToArray();
        var totals = tokens.SelectMany(row => row).CountBy(token => token).ToDictionary();
        foreach (var label in counts)
        {
            var positives = rows.Select(row => row.Labels.Contains(label.Label, StringComparer.Ordinal)).ToArray();
            var inPositives = tokens.Where((_, i) => positives[i]).SelectMany(row => row).CountBy(token => token).ToDictionary();
            foreach (var (token, total) in totals.OrderBy(pair => pair.Key))
            {
                var (with, without) = (inPositives.GetValueOrDefault(token), total - inPositives.GetValueOrDefault(token));
                var (expectedWith, expectedWithout) = ((double)total * label.Total / rows.Count, (double)total * (rows.Count - label.Total) / rows.Count);
                if (expectedWithout >= MinExpected && without <= MaxShare * expectedWithout)
                    yield return Leak(label, token, with, $"{without} of the other rows have it where {expectedWithout:0} would be expected", rows, tokens, positives);
                else if (expectedWith >= MinExpected && with <= MaxShare * expectedWith)
                    yield return Leak(label, token, without, $"{with} of its rows have it where {expectedWith:0} would be expected", rows, tokens, [.. positives.Select(isPositive => !isPositive)]);
            }
        }
    }

    private static DatasetFinding Leak(LabelCounts label, char token, int count, string how, IReadOnlyList<DatasetRow> rows, HashSet<char>[] tokens, bool[] side) =>
        new(
            FindingKind.Leak,
            label.Label,
            count,
            $"The character '{token}' alone tells '{label.Label}' from the rest: {how}. A model would learn it instead of the label; look how the texts were made.",
            ExampleRow.Of(rows.Where((_, i) => side[i] && tokens[i].Contains(token))));

    private static HashSet<char> Tokens(DatasetRow row) => [.. row.Text.Where(IsNeutral)];

    private static bool IsNeutral(char c) => char.IsAsciiLetterOrDigit(c) || char.IsPunctuation(c) || char.IsSymbol(c) || char.IsWhiteSpace(c);
}
