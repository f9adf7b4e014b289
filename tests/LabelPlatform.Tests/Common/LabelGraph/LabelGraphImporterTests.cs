using System.Text;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Importing;
using LabelPlatform.LabelGraph.Snapshots;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.LabelGraph;

public sealed class LabelGraphImporterTests
{
    private static readonly LabelGraphSnapshot Graph = Graphs.Original(("闪现", "LOL", 0.6), ("皮肤", "LOL", 0.5), ("皮肤", "美妆", 0.7));

    [Theory]
    [InlineData("开黑,没有,0.5", 1, "There is no label '没有'")]
    [InlineData("word,label,weight\n开黑,LOL,0", 2, "weight '0'")]
    [InlineData("开黑,LOL,1.01", 1, "weight '1.01'")]
    [InlineData("开黑,LOL,NaN", 1, "weight 'NaN'")]
    [InlineData("开黑,LOL,\"0,5\"", 1, "weight '0,5'")]
    [InlineData("\n\n,LOL,0.5", 3, "word")]
    [InlineData("开黑", 1, "names no label")]
    public void Vocabulary_WithABadLine_IsRefusedWithItsNumber(string csv, int line, string reason)
    {
        var plan = Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, csv);

        var error = plan.Errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(line);
        error.Reason.ShouldContain(reason);
        plan.Changes.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Vocabulary_WithoutWeights_TakesThreeQuartersAndSaysSo()
    {
        var plan = Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, "开黑,LOL\n推塔,LOL,\n野区,LOL,0.4");

        plan.Changes.WordsPut.ShouldBe([new("开黑", "LOL", 0.75), new("推塔", "LOL", 0.75), new("野区", "LOL", 0.4)], ignoreOrder: true);
        plan.Warnings.ToList().ShouldHaveSingleItem().Reason.ShouldBe("2 lines name no weight; 0.75 was taken");
    }

    [Fact]
    public void Vocabulary_WithAHeaderInAnotherOrder_IsReadByIt() =>
        Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, "Weight,Word,Label\n0.4,\"他说\"\"好\"\"\",LOL").Changes.WordsPut
            .ShouldBe([new("他说\"好\"", "LOL", 0.4)]);

    [Fact]
    public void Vocabulary_NamingAWordTwice_TakesTheHighestWeight() =>
        Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, "开黑,LOL,0.4\n开黑,LOL,0.9\n开黑,LOL,0.5").Changes.WordsPut
            .ShouldBe([new("开黑", "LOL", 0.9)]);

    [Theory]
    [InlineData("黑")]
    [InlineData("可以")]
    [InlineData("开 黑")]
    [InlineData("开·黑")]
    public void Vocabulary_WithAWordThatIsNeverCut_Warns(string word)
    {
        var plan = Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, $"{word},LOL,0.5");

        plan.ErrorCount.ShouldBe(0);
        plan.Warnings.ToList().ShouldHaveSingleItem().Word.ShouldBe(word);
    }

    [Fact]
    public void Vocabulary_Replacing_RemovesWhatTheFileDoesNotName()
    {
        var changes = Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, "皮肤,LOL,0.5\n开黑,LOL,0.5", replace: true).Changes;

        changes.WordsPut.ShouldBe([new("开黑", "LOL", 0.5)]);
        changes.WordsRemoved.ShouldBe([new("闪现", "LOL"), new("皮肤", "美妆")], ignoreOrder: true);
    }

    [Fact]
    public void WordList_ReplacingOneLabel_LeavesTheOthers()
    {
        var changes = Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Words, "开黑\r\n开黑\r\n\r\n闪现\r\n", replace: true, label: "LOL").Changes;

        changes.WordsPut.ShouldBe([new("开黑", "LOL", 0.75), new("闪现", "LOL", 0.75)], ignoreOrder: true);
        changes.WordsRemoved.ShouldBe([new("皮肤", "LOL")]);
    }

    [Theory]
    [InlineData("游戏\t主机\n主机\t游戏", 2)]
    [InlineData("主机\t主机", 1)]
    [InlineData("LOL\t泛娱乐", 1)]
    public void Tree_WithACycle_IsRefusedAtTheLineThatClosesIt(string tsv, int line)
    {
        var plan = Plan(LabelGraphPart.Tree, LabelGraphFormat.Tsv, tsv);

        plan.Errors.ShouldContain(error => error.Line == line && error.Reason.Contains("cycle"));
    }

    [Fact]
    public void Tree_WithAnUnknownParent_IsRefused()
    {
        var error = Plan(LabelGraphPart.Tree, LabelGraphFormat.Tsv, "parent\tlabel\n没有\t主机").Errors.ShouldHaveSingleItem();

        (error.Line, error.Label).ShouldBe((2, "主机"));
        error.Reason.ShouldContain("没有");
    }

    [Fact]
    public void Tree_OfTheOriginal_IsReadTopDown()
    {
        var changes = Plan(LabelGraphPart.Tree, LabelGraphFormat.Json, """[{"泛娱乐": ["舞蹈"]}, {"舞蹈": ["街舞", "芭蕾"]}]""").Changes;

        changes.LabelsAdded.ShouldBe(["舞蹈", "街舞", "芭蕾"], ignoreOrder: true);
        changes.EdgesAdded.ShouldBe([new("泛娱乐", "舞蹈"), new("舞蹈", "街舞"), new("舞蹈", "芭蕾")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{\"游戏\": []}", 1)]
    [InlineData("[\n{\"游戏\": [1]}]", 2)]
    [InlineData("[\n{\"游戏\":\n[\"LOL\"", 3)]
    public void Tree_InAnotherShape_IsRefusedWithTheLine(string json, int line) =>
        Plan(LabelGraphPart.Tree, LabelGraphFormat.Json, json).Errors.ShouldHaveSingleItem().Line.ShouldBe(line);

    [Fact]
    public void Tree_Replacing_RemovesTheOtherLabelsAndSaysWhichHadWords()
    {
        var plan = Plan(LabelGraphPart.Tree, LabelGraphFormat.Tsv, "泛娱乐\n泛娱乐\t美妆", replace: true);

        plan.Changes.LabelsRemoved.Count.ShouldBe(16);
        plan.Changes.LabelsRemoved.ShouldNotContain("美妆");
        plan.Warnings.ToList().ShouldHaveSingleItem().Label.ShouldBe("LOL");
    }

    [Fact]
    public void AFile_InGbk_IsRefusedLineByLine()
    {
        // 游戏 in GBK.
        var import = new LabelGraphImport(LabelGraphPart.Tree, LabelGraphFormat.Tsv, (byte[])[(byte)'a', (byte)'\n', 0xD3, 0xCE, 0xCF, 0xB7]);

        var plan = LabelGraphImporter.Plan(Graph, import, Rules);

        plan.Errors.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public void AFile_WithManyBadLines_TellsTheFirstHundredAndCountsAll()
    {
        var plan = Plan(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, string.Join('\n', Enumerable.Repeat("开黑,LOL,2", 250)));

        (plan.Errors.Count, plan.ErrorCount).ShouldBe((100, 250));
    }

    private static VocabularyRules Rules => new(word => word == "可以");

    private static LabelGraphPlan Plan(LabelGraphPart part, LabelGraphFormat format, string content, bool replace = false, string? label = null) =>
        LabelGraphImporter.Plan(Graph, new LabelGraphImport(part, format, Encoding.UTF8.GetBytes(content), replace, DryRun: false, label), Rules);
}
