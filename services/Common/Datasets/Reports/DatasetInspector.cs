using LabelPlatform.TextClassification.Splitting;

namespace LabelPlatform.Datasets.Reports;

/// <summary>Looks through a dataset for what makes models worse than they seem.</summary>
public static class DatasetInspector
{
    /// <summary>Makes the report of a dataset.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="splitter">Says what each row is for.</param>
    public static DatasetReport Inspect(IReadOnlyList<DatasetRow> rows, DatasetSplitter splitter)
    {
        var parts = rows.Select(row => splitter.PartOf(row.Text, row.Group)).ToArray();
        var counts = Count(rows, parts);
        return new DatasetReport(
            rows.Count,
            parts.Count(part => part == DatasetPart.Training),
            parts.Count(part => part == DatasetPart.Validation),
            parts.Count(part => part == DatasetPart.Test),
            counts,
            [
                .. LeakCheck.Find(rows, counts),
                .. CopyCheck.Find(rows),
                .. NearDuplicateCheck.Find(rows, parts),
                .. SizeCheck.Find(rows, counts),
            ]);
    }

    private static List<LabelCounts> Count(IReadOnlyList<DatasetRow> rows, DatasetPart[] parts)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var label in rows[i].Labels)
            {
                if (!counts.TryGetValue(label, out var ofParts))
                    counts[label] = ofParts = new int[3];
                ofParts[(int)parts[i]]++;
            }
        }

        return [.. counts
            .Select(pair => new LabelCounts(
                pair.Key, pair.Value[(int)DatasetPart.Training], pair.Value[(int)DatasetPart.Validation], pair.Value[(int)DatasetPart.Test]))
            .OrderByDescending(label => label.Total)
            .ThenBy(label => label.Label, StringComparer.Ordinal)];
    }
}
