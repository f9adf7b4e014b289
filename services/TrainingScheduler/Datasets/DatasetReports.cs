using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Datasets.Reading;
using LabelPlatform.Datasets.Reports;

namespace LabelPlatform.TrainingScheduler.Datasets;

/// <summary>What the library says of datasets, as messages.</summary>
internal static class DatasetReports
{
    public static DatasetFormat ToLibrary(this DatasetFileFormat format) => format switch
    {
        DatasetFileFormat.Csv => DatasetFormat.Csv,
        DatasetFileFormat.Tsv => DatasetFormat.Tsv,
        DatasetFileFormat.JsonLines => DatasetFormat.JsonLines,
        _ => DatasetFormat.Sample,
    };

    public static DatasetSummary ToSummary(this DatasetReport report) => new(
        report.Training,
        report.Validation,
        report.Test,
        [.. report.Labels.Select(label => new DatasetLabelCounts(label.Label, label.Training, label.Validation, label.Test))],
        [.. report.Findings.Select(ToWarning)]);

    public static DatasetLineIssue ToLineIssue(this DatasetIssue issue) => new(issue.Line, issue.Field, issue.Reason);

    private static DatasetWarning ToWarning(DatasetFinding finding) => new(
        ToWord(finding.Kind),
        finding.Label,
        finding.Rows,
        finding.Message,
        [.. finding.Examples.Select(example => new DatasetExample(example.Line, example.Text))]);

    private static string ToWord(FindingKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
