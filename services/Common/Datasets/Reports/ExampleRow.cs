namespace LabelPlatform.Datasets.Reports;

/// <summary>A row to look at.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Text">The beginning of its text.</param>
public sealed record ExampleRow(long Line, string Text)
{
    /// <summary>Rows of a finding that are shown.</summary>
    public const int MaxExamples = 5;

    private const int MaxLength = 60;

    /// <summary>The example of a row.</summary>
    public static ExampleRow Of(DatasetRow row)
    {
        if (row.Text.Length <= MaxLength)
            return new ExampleRow(row.Line, row.Text);
        // Never half a character.
        var length = char.IsHighSurrogate(row.Text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return new ExampleRow(row.Line, row.Text[..length] + "…");
    }

    internal static IReadOnlyList<ExampleRow> Of(IEnumerable<DatasetRow> rows) => [.. rows.Take(MaxExamples).Select(Of)];
}
