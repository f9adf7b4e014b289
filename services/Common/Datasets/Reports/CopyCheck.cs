using LabelPlatform.TextClassification;

namespace LabelPlatform.Datasets.Reports;

/// <summary>Finds texts that are there more than once: with the same labels, or with others.</summary>
internal static class CopyCheck
{
    public static IEnumerable<DatasetFinding> Find(IReadOnlyList<DatasetRow> rows)
    {
        var copies = rows.GroupBy(row => TextNormalization.Apply(row.Text), StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.ToArray()).ToArray();
        var same = copies.Where(group => group.All(row => HaveSameLabels(row, group[0]))).ToArray();
        var conflicts = copies.Except(same).ToArray();
        if (same.Length > 0)
        {
            var extra = same.Sum(group => group.Length - 1);
            yield return new DatasetFinding(
                FindingKind.Duplicate, null, extra, $"{extra} rows repeat the text and labels of another row; each copy counts again in training.", ExampleRow.Of(same.SelectMany(group => group.Take(2))));
        }

        if (conflicts.Length > 0)
        {
            var all = conflicts.Sum(group => group.Length);
            yield return new DatasetFinding(
                FindingKind.Conflict, null, all, $"{all} rows have one of {conflicts.Length} texts that carry different labels; decide which, or join them with |.", ExampleRow.Of(conflicts.SelectMany(group => group.Take(2))));
        }
    }

    private static bool HaveSameLabels(DatasetRow x, DatasetRow y) =>
        x.Labels.Count == y.Labels.Count && x.Labels.All(label => y.Labels.Contains(label, StringComparer.Ordinal));
}
