using System.Text.Json;

namespace LabelPlatform.Datasets.Reading;

/// <summary>Reads a JSON object a line. Members of other names are left out.</summary>
internal static class JsonLinesReader
{
    public static IEnumerable<DatasetRow> Read(TextReader reader, DatasetReaderOptions options, ICollection<DatasetIssue> issues)
    {
        foreach (var (number, line) in LimitedLines.Read(reader, options, issues))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (TryParse(number, line, issues) is { } row)
                yield return row;
        }
    }

    private static DatasetRow? TryParse(long number, string line, ICollection<DatasetIssue> issues)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Parse(number, document.RootElement, issues);
        }
        catch (JsonException exception)
        {
            issues.Add(new DatasetIssue(number, null, $"The line is no JSON, at character {exception.BytePositionInLine + 1}."));
            return null;
        }
    }

    private static DatasetRow? Parse(long number, JsonElement row, ICollection<DatasetIssue> issues)
    {
        if (row.ValueKind != JsonValueKind.Object)
            return Refuse(number, null, "The line is no JSON object.", issues);
        if (!row.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            return Refuse(number, "text", "There is no string 'text'.", issues);
        if (!row.TryGetProperty("labels", out var labels) || labels.ValueKind != JsonValueKind.Array)
            return Refuse(number, "labels", "There is no list 'labels'; [] says that the text has none.", issues);
        if (labels.EnumerateArray().Any(label => label.ValueKind != JsonValueKind.String))
            return Refuse(number, "labels", "A label is no string.", issues);
        return new DatasetRow(
            number,
            text.GetString()!,
            [.. labels.EnumerateArray().Select(label => label.GetString()!.Trim()).Where(label => label.Length > 0).Distinct(StringComparer.Ordinal)],
            Optional(row, "group"),
            Optional(row, "source"));
    }

    private static string? Optional(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static DatasetRow? Refuse(long number, string? field, string reason, ICollection<DatasetIssue> issues)
    {
        issues.Add(new DatasetIssue(number, field, reason));
        return null;
    }
}
