using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LabelPlatform.Datasets.Reading;

/// <summary>Reads CSV and TSV whose first line names the columns, in any order; columns of other names are left out.</summary>
internal static class TableReader
{
    public static IEnumerable<DatasetRow> Read(TextReader reader, string delimiter, DatasetReaderOptions options, ICollection<DatasetIssue> issues)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            // Tabs are no part of a text, so nothing is quoted where they separate.
            Mode = delimiter == "\t" ? CsvMode.NoEscape : CsvMode.RFC4180,
            MaxFieldSize = options.MaxLineLength,
            BadDataFound = null,
        };
        using var parser = new CsvParser(reader, configuration, leaveOpen: true);
        if (!TryRead(parser, options, issues))
            yield break;
        var columns = parser.Record!;
        var (text, label) = (Find(columns, "text"), Find(columns, "label"));
        if (text < 0 || label < 0)
        {
            issues.Add(new DatasetIssue(1, text < 0 ? "text" : "label", $"The first line has to name the columns 'text' and 'label'; it names {string.Join(", ", columns)}."));
            yield break;
        }

        var (group, source) = (Find(columns, "group"), Find(columns, "source"));
        for (var line = parser.RawRow + 1; TryRead(parser, options, issues); line = parser.RawRow + 1)
        {
            var fields = parser.Record!;
            if (fields.Length == columns.Length)
                yield return new DatasetRow(line, fields[text], DatasetReader.SplitLabels(fields[label]), Optional(fields, group), Optional(fields, source));
            else if (fields is not [""])
                issues.Add(new DatasetIssue(line, null, $"The line has {fields.Length} fields, not {columns.Length}."));
        }
    }

    private static bool TryRead(CsvParser parser, DatasetReaderOptions options, ICollection<DatasetIssue> issues)
    {
        try
        {
            return issues.Count < options.MaxIssues && parser.Read();
        }
        catch (CsvHelperException)
        {
            issues.Add(new DatasetIssue(parser.RawRow, null, $"A field is longer than {options.MaxLineLength} characters; is a closing quote missing?"));
            return false;
        }
    }

    private static int Find(string[] columns, string name) => Array.FindIndex(columns, column => column.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? Optional(string[] fields, int column) => column >= 0 && fields[column].Length > 0 ? fields[column] : null;
}
