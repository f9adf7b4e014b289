using LabelPlatform.Datasets;
using Shouldly;
using Xunit;
using static LabelPlatform.Datasets.RowRole;

namespace LabelPlatform.Tests.Common.Datasets;

/// <summary>The tree 泛娱乐 → 游戏 → LOL, 王者农药; 泛娱乐 → 影视.</summary>
public class RowRolesTests
{
    private static readonly Dictionary<string, string[]> Ancestors = new()
    {
        ["游戏"] = ["泛娱乐"],
        ["影视"] = ["泛娱乐"],
        ["LOL"] = ["游戏", "泛娱乐"],
        ["王者农药"] = ["游戏", "泛娱乐"],
    };

    [Theory]
    [InlineData("LOL", Positive, Negative, LeftOut, LeftOut, Negative, Negative, Positive)]
    [InlineData("游戏", Positive, Positive, Positive, LeftOut, Negative, Negative, Positive)]
    [InlineData("影视", Negative, Negative, Negative, LeftOut, Positive, Negative, Positive)]
    public void Of_Label_FollowsTheTree(string label, params RowRole[] expected) =>
        Roles(label, ["LOL"], ["王者农药"], ["游戏"], ["泛娱乐"], ["影视"], [], ["LOL", "影视"]).ShouldBe(expected);

    [Fact]
    public void Of_SourceThatNeverUsesTheLabel_IsLeftOut()
    {
        DatasetRow[] rows = [
            new(1, "甲", ["LOL"], Source: "forum"),
            new(2, "乙", ["影视"], Source: "forum"),
            new(3, "丙", ["影视"], Source: "cinema"),
            new(4, "丁", ["影视"])];

        new RowRoles(rows, AncestorsOf).Of("LOL").ShouldBe([Positive, Negative, LeftOut, Negative]);
    }

    private static RowRole[] Roles(string label, params string[][] labels) =>
        new RowRoles([.. labels.Select((own, i) => new DatasetRow(i + 1, $"文本{i}", own))], AncestorsOf).Of(label);

    private static string[] AncestorsOf(string label) => Ancestors.GetValueOrDefault(label) ?? [];
}
