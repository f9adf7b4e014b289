namespace LabelPlatform.Datasets.Reading;

/// <summary>Reads the original's sample files.</summary>
internal static class SampleReader
{
    public static IEnumerable<DatasetRow> Read(TextReader reader, DatasetReaderOptions options, ICollection<DatasetIssue> issues)
    {
        var label = options.Label ?? throw new ArgumentException("A sample file needs the label that 1 stands for.", nameof(options));
        foreach (var (number, line) in LimitedLines.Read(reader, options, issues))
        {
            if (line.Length == 0)
                continue;
            if (line is ['0' or '1', '\t', .. var text])
                yield return new DatasetRow(number, text, line[0] == '1' ? [label] : []);
            else
                issues.Add(new DatasetIssue(number, null, "The line is not 1 or 0, a tab, and a text."));
        }
    }
}
