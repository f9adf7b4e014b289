using System.Text;
using LabelPlatform.Datasets;
using LabelPlatform.Datasets.Reading;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Datasets;

public class DatasetReaderTests
{
    private readonly List<DatasetIssue> _issues = [];

    [Fact]
    public void Read_Csv_TakesColumnsInAnyOrder() => Read(DatasetFormat.Csv, "source,Label,text,other\nweb,游戏|LOL,\"他说:\"\"好玩\"\", 真的\",x\n,,没有标签的文本,\n")
        .ShouldBe(["2 他说:\"好玩\", 真的 [游戏,LOL] - web", "3 没有标签的文本 [] - -"]);

    [Fact]
    public void Read_CsvWithLineBreaksInFields_CountsLines() =>
        Read(DatasetFormat.Csv, "text,label\n\"第一行\n第二行\",游戏\n第三,影视\n").ShouldBe(["2 第一行\n第二行 [游戏] - -", "4 第三 [影视] - -"]);

    [Fact]
    public void Read_Tsv_LeavesQuotesAlone() =>
        Read(DatasetFormat.Tsv, "text\tlabel\tgroup\r\n\"他说\t游戏\td1\r\n").ShouldBe(["2 \"他说 [游戏] d1 -"]);

    [Fact]
    public void Read_JsonLines_TakesLists() =>
        Read(DatasetFormat.JsonLines, "{\"text\":\"好玩\",\"labels\":[\"游戏\",\" LOL \",\"游戏\"],\"group\":\"d1\",\"x\":1}\n\n{\"text\":\"无\",\"labels\":[]}")
            .ShouldBe(["1 好玩 [游戏,LOL] d1 -", "3 无 [] - -"]);

    [Fact]
    public void Read_Sample_TakesItsLabel() =>
        Read(DatasetFormat.Sample, "1\t好看\n0\t难吃\n", new DatasetReaderOptions { Label = "影视" }).ShouldBe(["1 好看 [影视] - -", "2 难吃 [] - -"]);

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheHeader()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("text,label\n好,游戏\n")];

        Read(DatasetFormat.Csv, bytes).ShouldBe(["2 好 [游戏] - -"]);
    }

    [Theory]
    [InlineData(DatasetFormat.Csv, "sentence,label\n好,游戏\n", "1 text")]
    [InlineData(DatasetFormat.Csv, "text,tags\n好,游戏\n", "1 label")]
    [InlineData(DatasetFormat.Csv, "text,label\n好\n", "2 ")]
    [InlineData(DatasetFormat.Csv, "text,label\n ,游戏\n", "2 text")]
    [InlineData(DatasetFormat.Tsv, "text\tlabel\n好\t游戏\t多\n", "2 ")]
    [InlineData(DatasetFormat.JsonLines, "{\"text\":\"好\",\"labels\":[\"游戏\"]}\n{\"text\":", "2 ")]
    [InlineData(DatasetFormat.JsonLines, "[]", "1 ")]
    [InlineData(DatasetFormat.JsonLines, "{\"text\":1,\"labels\":[]}", "1 text")]
    [InlineData(DatasetFormat.JsonLines, "{\"text\":\"好\"}", "1 labels")]
    [InlineData(DatasetFormat.JsonLines, "{\"text\":\"好\",\"labels\":[1]}", "1 labels")]
    [InlineData(DatasetFormat.Sample, "1 好\n", "1 ")]
    [InlineData(DatasetFormat.Sample, "0\t好\n2\t好\n", "2 ")]
    public void Read_BadLine_IsNamed(DatasetFormat format, string text, string expected)
    {
        Read(format, text, new DatasetReaderOptions { Label = "游戏" });

        var issue = _issues.ShouldHaveSingleItem();
        $"{issue.Line} {issue.Field}".ShouldBe(expected);
    }

    [Fact]
    public void Read_BadLine_LeavesTheOthers() =>
        Read(DatasetFormat.Csv, "text,label\n好,游戏\n坏\n更好,影视\n").ShouldBe(["2 好 [游戏] - -", "4 更好 [影视] - -"]);

    [Theory]
    [InlineData(DatasetFormat.Csv)]
    [InlineData(DatasetFormat.JsonLines)]
    [InlineData(DatasetFormat.Sample)]
    public void Read_EndlessLine_IsCutOff(DatasetFormat format)
    {
        Read(format, "text,label\n" + new string('长', 300_000), new DatasetReaderOptions { Label = "游戏", MaxLineLength = 1000 });

        _issues.ShouldContain(issue => issue.Line == 2 && issue.Reason.Contains("1000", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Gbk_SaysSo()
    {
        Read(DatasetFormat.Csv, [.. "text,label\n"u8, 0xba, 0xc3, (byte)'\n']);

        _issues.ShouldHaveSingleItem().Reason.ShouldContain("UTF-8");
    }

    [Fact]
    public void Read_FileOfAnotherKind_IsGivenUp()
    {
        Read(DatasetFormat.Sample, string.Concat(Enumerable.Repeat("什么\n", 10_000)), new DatasetReaderOptions { Label = "游戏", MaxIssues = 20 });

        _issues.Count.ShouldBe(20);
    }

    private string[] Read(DatasetFormat format, string text, DatasetReaderOptions? options = null) => Read(format, Encoding.UTF8.GetBytes(text), options);

    private string[] Read(DatasetFormat format, byte[] bytes, DatasetReaderOptions? options = null) =>
        [.. DatasetReader.Read(new MemoryStream(bytes), format, options ?? new DatasetReaderOptions(), _issues).Select(Describe)];

    private static string Describe(DatasetRow row) => $"{row.Line} {row.Text} [{string.Join(",", row.Labels)}] {row.Group ?? "-"} {row.Source ?? "-"}";
}
