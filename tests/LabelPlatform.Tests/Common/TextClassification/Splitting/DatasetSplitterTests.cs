using LabelPlatform.TextClassification.Splitting;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Splitting;

public class DatasetSplitterTests
{
    private static readonly DatasetSplitter Splitter = new();

    [Fact]
    public void PartOf_ManyTexts_AreSevenOneTwo()
    {
        var parts = Enumerable.Range(0, 10_000).Select(i => Splitter.PartOf($"第{i}条")).CountBy(part => part).ToDictionary();

        parts[DatasetPart.Training].ShouldBeInRange(6800, 7200);
        parts[DatasetPart.Validation].ShouldBeInRange(900, 1100);
        parts[DatasetPart.Test].ShouldBeInRange(1850, 2150);
    }

    // Written by python3: int.from_bytes(hashlib.sha256(b"labelplatform-1\n" + key).digest()[:8], "little") % 10, key "t…" or "g…".
    [Theory]
    [InlineData("第0条", null, DatasetPart.Training)]
    [InlineData("第1条", null, DatasetPart.Training)]
    [InlineData("第2条", null, DatasetPart.Test)]
    [InlineData("第8条", null, DatasetPart.Test)]
    [InlineData("第9条", null, DatasetPart.Validation)]
    [InlineData("第14条", null, DatasetPart.Validation)]
    [InlineData("任何", "article-7", DatasetPart.Test)]
    public void PartOf_Row_StaysWhereItIs(string text, string? group, DatasetPart expected) => Splitter.PartOf(text, group).ShouldBe(expected);

    [Fact]
    public void PartOf_RowsOfAGroup_AreTogether() =>
        Enumerable.Range(0, 100).Select(i => Splitter.PartOf($"第{i}条", "article-7")).Distinct().Count().ShouldBe(1);

    [Fact]
    public void PartOf_CopiesOfAText_AreTogether()
    {
        for (var i = 0; i < 100; i++)
            Splitter.PartOf($"ＡＰＰ　第{i} 条\n").ShouldBe(Splitter.PartOf($"app第{i}条"));
    }

    [Fact]
    public void PartOf_AnotherSalt_SplitsOtherwise()
    {
        var other = new DatasetSplitter("other");

        Enumerable.Range(0, 100).Count(i => other.PartOf($"第{i}条") != Splitter.PartOf($"第{i}条")).ShouldBeGreaterThan(20);
    }
}
