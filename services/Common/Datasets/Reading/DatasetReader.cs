using System.Text;

namespace LabelPlatform.Datasets.Reading;

/// <summary>
/// Reads datasets row by row. Every bad line is an issue and is left out; whoever reads decides whether a dataset with issues is of use. The columns
/// are <c>text</c>, <c>label</c> (several with <c>|</c> between them; empty: none), and, if there are any, <c>group</c> and <c>source</c>.
/// </summary>
public static class DatasetReader
{
    private const char LabelSeparator = '|';

    /// <summary>Reads a file.</summary>
    /// <param name="stream">UTF-8, with or without byte order mark.</param>
    /// <param name="format">How the rows are written.</param>
    /// <param name="options">Limits.</param>
    /// <param name="issues">Gets what is wrong; the reading ends when there are too many.</param>
    public static IEnumerable<DatasetRow> Read(Stream stream, DatasetFormat format, DatasetReaderOptions options, ICollection<DatasetIssue> issues)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        var rows = format switch
        {
            DatasetFormat.Csv => TableReader.Read(reader, ",", options, issues),
            DatasetFormat.Tsv => TableReader.Read(reader, "\t", options, issues),
            DatasetFormat.JsonLines => JsonLinesReader.Read(reader, options, issues),
            DatasetFormat.Sample => SampleReader.Read(reader, options, issues),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format of datasets."),
        };
        foreach (var row in UntilNotUtf8(rows, issues))
        {
            if (Problem(row, options) is { } issue)
                issues.Add(issue);
            else
                yield return row;
            if (issues.Count >= options.MaxIssues)
                yield break;
        }
    }

    internal static string[] SplitLabels(string? labels) =>
        labels?.Split(LabelSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray() ?? [];

    private static DatasetIssue? Problem(DatasetRow row, DatasetReaderOptions options)
    {
        if (string.IsNullOrWhiteSpace(row.Text))
            return new DatasetIssue(row.Line, "text", "The text is empty.");
        if (row.Text.Length > options.MaxTextLength)
            return new DatasetIssue(row.Line, "text", $"The text has {row.Text.Length} characters, more than {options.MaxTextLength}.");
        return row.Labels.Count > options.MaxLabels
            ? new DatasetIssue(row.Line, "label", $"The row has {row.Labels.Count} labels, more than {options.MaxLabels}.")
            : null;
    }

    private static IEnumerable<DatasetRow> UntilNotUtf8(IEnumerable<DatasetRow> rows, ICollection<DatasetIssue> issues)
    {
        using var enumerator = rows.GetEnumerator();
        long line = 0;
        while (true)
        {
            try
            {
                if (!enumerator.MoveNext())
                    yield break;
            }
            catch (DecoderFallbackException)
            {
                issues.Add(new DatasetIssue(line + 1, null, $"The file is not UTF-8, at line {line + 1} or soon after; save it as UTF-8 (not GBK, not UTF-16)."));
                yield break;
            }

            line = enumerator.Current.Line;
            yield return enumerator.Current;
        }
    }
}
