using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.LabelGraph;

public sealed class LabelGraphEditPlannerTests
{
    private static readonly LabelGraphSnapshot Graph = Graphs.Original(("皮肤", "LOL", 0.5), ("皮肤", "美妆", 0.7));

    public static TheoryData<LabelGraphEdit, string> Refused => new()
    {
        { new(LabelGraphEditKind.PutLabel, "泛娱乐", Parents: ["LOL"]), "cycle" },
        { new(LabelGraphEditKind.PutLabel, "游戏", Parents: ["游戏"]), "cycle" },
        { new(LabelGraphEditKind.PutLabel, "主机", Parents: ["没有"]), "The parent '没有' is not a label" },
        { new(LabelGraphEditKind.PutLabel, ""), "title" },
        { new(LabelGraphEditKind.DeleteLabel, "游戏"), "has 3 children" },
        { new(LabelGraphEditKind.PutWord, "没有", Word: "开黑"), "There is no label '没有'" },
        { new(LabelGraphEditKind.PutWord, "LOL", Word: ""), "word" },
        { new(LabelGraphEditKind.PutWord, "LOL", Word: "开黑", Weight: 0), "weight 0" },
        { new(LabelGraphEditKind.PutWord, "LOL", Word: "开黑", Weight: 1.5), "weight 1.5" },
        { new(LabelGraphEditKind.PutWord, "LOL", Word: "开黑", Weight: double.NaN), "weight NaN" },
    };

    public static TheoryData<LabelGraphEdit> NotThere => new()
    {
        new LabelGraphEdit(LabelGraphEditKind.DeleteLabel, "没有"),
        new LabelGraphEdit(LabelGraphEditKind.DeleteWord, null, Word: "开黑"),
        new LabelGraphEdit(LabelGraphEditKind.DeleteWord, "游戏", Word: "皮肤"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Plan_AnImpossibleEdit_SaysWhyAndChangesNothing(LabelGraphEdit edit, string reason)
    {
        var plan = LabelGraphEditPlanner.Plan(Graph, edit);

        plan.Errors.ShouldHaveSingleItem().Reason.ShouldContain(reason);
        plan.NotFound.ShouldBeFalse();
        plan.Changes.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(NotThere))]
    public void Plan_ToRemoveWhatIsNotThere_IsNotFound(LabelGraphEdit edit) => LabelGraphEditPlanner.Plan(Graph, edit).NotFound.ShouldBeTrue();

    [Fact]
    public void Plan_ALabelWithOtherParents_MovesIt()
    {
        var changes = LabelGraphEditPlanner.Plan(Graph, new LabelGraphEdit(LabelGraphEditKind.PutLabel, "美妆", Parents: ["时尚"])).Changes;

        changes.EdgesAdded.ShouldBe([new("时尚", "美妆")]);
        changes.EdgesRemoved.ShouldBe([new("泛娱乐", "美妆")]);
        changes.LabelsAdded.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_AWordDeletedWithoutLabel_LeavesAllItsLabels() =>
        LabelGraphEditPlanner.Plan(Graph, new LabelGraphEdit(LabelGraphEditKind.DeleteWord, null, Word: "皮肤")).Changes.WordsRemoved
            .ShouldBe([new("皮肤", "LOL"), new("皮肤", "美妆")], ignoreOrder: true);

    [Fact]
    public void Plan_WhatIsSoAlready_ChangesNothing() =>
        LabelGraphEditPlanner.Plan(Graph, new LabelGraphEdit(LabelGraphEditKind.PutWord, "LOL", Word: "皮肤", Weight: 0.5)).Changes.IsEmpty.ShouldBeTrue();
}
