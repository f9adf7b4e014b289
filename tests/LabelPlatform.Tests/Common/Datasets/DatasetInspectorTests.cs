using System.IO.Compression;
using LabelPlatform.Datasets;
using LabelPlatform.Datasets.Reports;
using LabelPlatform.Testing;
using LabelPlatform.TextClassification.Splitting;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Datasets;

public class DatasetInspectorTests
{
    [Fact]
    public void Inspect_Copies_AreDuplicatesOrConflicts()
    {
        var report = Inspect(Row(1, "这个游戏真好玩", "游戏"), Row(2, "这部电影真好看", "影视"), Row(3, "这个游戏真好玩", "游戏"), Row(4, "这部电影真好看", "音乐"));

        Finding(report, FindingKind.Duplicate).ShouldSatisfyAllConditions(
            finding => finding.Rows.ShouldBe(1),
            finding => finding.Examples.Select(example => example.Line).ShouldBe([1, 3]));
        Finding(report, FindingKind.Conflict).ShouldSatisfyAllConditions(
            finding => finding.Rows.ShouldBe(2),
            finding => finding.Examples.Select(example => example.Line).ShouldBe([2, 4]));
    }

    [Fact]
    public void Inspect_Lengths_AreCountedInCodePoints()
    {
        var report = Inspect(Row(1, "好玩", "游戏"), Row(2, string.Concat(Enumerable.Repeat("😋", 200)), "美食"), Row(3, new string('长', 201), "美食"));

        Finding(report, FindingKind.TooShort).Examples.ShouldHaveSingleItem().Line.ShouldBe(1);
        Finding(report, FindingKind.TooLong).Examples.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void Inspect_Parts_AreCountedByLabel()
    {
        DatasetRow[] rows = [.. Enumerable.Range(1, 1000).Select(i => Row(i, $"第{i}篇文章说的是别的事情", i % 4 == 0 ? "游戏" : "影视"))];
        var splitter = new DatasetSplitter();

        var report = DatasetInspector.Inspect(rows, splitter);

        (report.Training + report.Validation + report.Test).ShouldBe(1000);
        report.Test.ShouldBe(rows.Count(row => splitter.PartOf(row.Text) == DatasetPart.Test));
        report.Labels.Select(label => (label.Label, label.Total)).ShouldBe([("影视", 750), ("游戏", 250)]);
        report.Labels.Sum(label => label.Test).ShouldBe(report.Test);
    }

    [Fact]
    public void Inspect_CopiesWithSmallChangesOnBothSides_AreFound()
    {
        // Each row of the test part gets a twin in training, which differs in one character of thirty.
        const string Body = "昨天晚上我们一起去看了那部大家都在讨论的电影感觉非常不错";
        var splitter = new DatasetSplitter();
        var test = Enumerable.Range('一', 2000).Select(c => $"{(char)c}{Body}").First(text => splitter.PartOf(text) == DatasetPart.Test);
        var training = Enumerable.Range('一', 2000).Select(c => $"{(char)c}{Body}").First(text => splitter.PartOf(text) == DatasetPart.Training);

        var report = Inspect(Row(1, test, "影视"), Row(2, training, "影视"), Row(3, "完全不同的另外一句话没有什么关系", "影视"));

        Finding(report, FindingKind.NearDuplicate).ShouldSatisfyAllConditions(
            finding => finding.Rows.ShouldBe(1),
            finding => finding.Examples.Select(example => example.Line).ShouldBe([1, 2]));
    }

    [Fact]
    public void Inspect_RowsOfOneGroup_AreNotOnBothSides()
    {
        DatasetRow[] rows = [.. Enumerable.Range(0, 200).Select(i => new DatasetRow(i + 1, $"{(char)('一' + i)}这是同一篇文档里几乎一样的句子没有太多变化", ["影视"], Group: "文档"))];

        DatasetInspector.Inspect(rows, new DatasetSplitter()).Findings.ShouldNotContain(finding => finding.Kind == FindingKind.NearDuplicate);
    }

    [Fact]
    public void Inspect_SamplesAsTheOriginalMadeThem_ShowTheDigitOne()
    {
        // It replaced every "1" in the texts of other labels by "0".
        var rows = Headlines();

        var before = DatasetInspector.Inspect(rows, new DatasetSplitter());
        var after = DatasetInspector.Inspect(
            [.. rows.Select(row => row.Labels.Contains("游戏") ? row : row with { Text = row.Text.Replace('1', '0') })], new DatasetSplitter());

        // Brackets are true leaks of these headlines: one source writes (图) into many of them, but not into those about games.
        Leaks(before, "游戏").ShouldAllBe(leak => leak.Message.Contains("'('") || leak.Message.Contains("')'"));
        Leaks(after, "游戏").Where(leak => leak.Message.Contains("'1'")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            leak => leak.Examples.ShouldNotBeEmpty(),
            leak => leak.Examples.ShouldAllBe(example => rows[(int)example.Line - 2].Text.Contains('1')));
    }

    private static DatasetReport Inspect(params DatasetRow[] rows) => DatasetInspector.Inspect(rows, new DatasetSplitter());

    private static DatasetFinding Finding(DatasetReport report, FindingKind kind) => report.Findings.Where(finding => finding.Kind == kind).ShouldHaveSingleItem();

    private static IEnumerable<DatasetFinding> Leaks(DatasetReport report, string label) =>
        report.Findings.Where(finding => finding.Kind == FindingKind.Leak && finding.Label == label);

    private static DatasetRow Row(long line, string text, string label) => new(line, text, [label]);

    // Every tenth, which is enough and quicker.
    private static List<DatasetRow> Headlines()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedFolder.Get("data", "headlines.tsv.gz")), CompressionMode.Decompress));
        reader.ReadLine();
        var rows = new List<DatasetRow>();
        for (var number = 0; reader.ReadLine() is { } line; number++)
        {
            if (number % 10 == 0 && line.Split('\t') is { Length: > 2 } fields)
                rows.Add(new DatasetRow(rows.Count + 2, fields[2], [fields[1]]));
        }

        return rows;
    }
}
