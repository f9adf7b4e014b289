using LabelPlatform.Datasets.Reading;
using LabelPlatform.Datasets.Reports;
using LabelPlatform.Seed;
using LabelPlatform.TextClassification.Splitting;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Seed;

public sealed class SampleDataTests
{
    [Fact]
    public async Task Report_HasNothingWrongButItsSize()
    {
        var report = await InspectAsync();

        report.Findings.Where(finding => finding.Kind != FindingKind.FewRows).ShouldBeEmpty();
    }

    [Fact]
    public async Task Labels_AreThoseThatModelsAreTrainedFor()
    {
        var report = await InspectAsync();

        report.Labels.Select(label => label.Label).ShouldBe(SampleModels.All.Select(model => model.Label), ignoreOrder: true);
        report.Labels.ShouldAllBe(label => label.Total >= 60 && label.Validation >= 5 && label.Test >= 10);
    }

    private static async Task<DatasetReport> InspectAsync()
    {
        var issues = new List<DatasetIssue>();
        using var content = new MemoryStream(await SampleFile.ReadAsync(SampleFile.Sentences, CancellationToken.None));
        var rows = DatasetReader.Read(content, DatasetFormat.Csv, new DatasetReaderOptions(), issues).ToList();
        issues.ShouldBeEmpty();
        return DatasetInspector.Inspect(rows, new DatasetSplitter());
    }
}
