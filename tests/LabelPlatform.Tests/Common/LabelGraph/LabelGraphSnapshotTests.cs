using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Snapshots;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.LabelGraph;

public sealed class LabelGraphSnapshotTests
{
    // original-behaviour.md §3.5.
    [Theory]
    [InlineData("LOL", new[] { "游戏" })]
    [InlineData("明星", new string[0])]
    [InlineData("泛娱乐", new string[0])]
    public void Ancestors_OfTheOriginalTree_AreTheParentsWithoutTheRoot(string label, string[] ancestors) =>
        Graphs.Original().FindLabel(label)!.Ancestors.ShouldBe(ancestors);

    [Fact]
    public void Ancestors_OfADeepLabel_EndAfterThreeLevelsNearestFirst() =>
        Graphs.Of([("a", ["b"]), ("b", ["c"]), ("c", ["d"]), ("d", ["e"])]).FindLabel("e")!.Ancestors.ShouldBe(["d", "c", "b"]);

    [Fact]
    public void Ancestors_BeyondARoot_AreStillFound() =>
        Graphs.Of([("上", ["泛娱乐"]), ("泛娱乐", ["明星"])]).FindLabel("明星")!.Ancestors.ShouldBe(["上"]);

    [Fact]
    public void Ancestors_OfALabelWithTwoParents_AreEachOnceByLevelAndTitle() =>
        Graphs.Of([("top", ["b", "a"]), ("b", ["x"]), ("a", ["x"])]).FindLabel("x")!.Ancestors.ShouldBe(["a", "b", "top"]);

    [Fact]
    public void Ancestors_InACycle_EndAndLeaveOutTheLabelItself()
    {
        var graph = Graphs.Of([("a", ["b"]), ("b", ["a"]), ("b", ["b"])]);
        graph.FindLabel("a")!.Ancestors.ShouldBe(["b"]);
        graph.FindLabel("b")!.Ancestors.ShouldBe(["a"]);
    }

    [Fact]
    public void FindLabels_TheSameWordAndLabelTwice_CountsOnceWithTheHighestWeight() =>
        Graphs.Original(("闪现", "LOL", 0.6), ("闪现", "LOL", 0.9), ("闪现", "LOL", 0.7))
            .FindLabels("闪现").ShouldBe([new LabelWeight("LOL", 0.9)]);

    [Fact]
    public void FindLabels_AWordOfTwoLabels_GivesBothByTitle() =>
        Graphs.Original(("皮肤", "美妆", 0.8), ("皮肤", "王者农药", 0.7)).FindLabels("皮肤")
            .ShouldBe([new LabelWeight("王者农药", 0.7), new LabelWeight("美妆", 0.8)]);

    [Fact]
    public void FindLabels_AnUnknownWord_IsEmpty() => Graphs.Original().FindLabels("闪现").ShouldBeEmpty();

    [Fact]
    public void FindLabel_WithWords_ListsThemSortedAndOnce() =>
        Graphs.Original(("b", "LOL", 1), ("a", "LOL", 1), ("b", "LOL", 0.5)).FindLabel("LOL")!.Words.ShouldBe(["a", "b"]);

    [Fact]
    public void Apply_PutWord_LeavesTheOldSnapshotAsItWas()
    {
        var before = Graphs.Original(("闪现", "LOL", 0.6));
        var after = before.Apply(new LabelGraphEdit(LabelGraphEditKind.PutWord, "王者农药", Word: "闪现"));

        after.Version.ShouldBe(before.Version + 1);
        after.FindLabels("闪现").ShouldBe([new LabelWeight("LOL", 0.6), new LabelWeight("王者农药", 0.75)]);
        before.FindLabels("闪现").ShouldBe([new LabelWeight("LOL", 0.6)]);
        before.FindLabel("王者农药")!.Words.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_TheLastLabelOfAWordRemoved_TheWordVanishes()
    {
        var after = Graphs.Original(("闪现", "LOL", 0.6)).Apply(new LabelGraphEdit(LabelGraphEditKind.DeleteWord, null, Word: "闪现"));
        after.WordCount.ShouldBe(0);
        after.Words.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_ALabelMoved_ChangesItsDescendantsAncestors() =>
        Graphs.Original().Apply(new LabelGraphEdit(LabelGraphEditKind.PutLabel, "游戏", ["影视"]))
            .FindLabel("LOL")!.Ancestors.ShouldBe(["游戏", "影视"]);

    [Fact]
    public void Apply_AnImpossibleEdit_Throws() =>
        Should.Throw<InvalidOperationException>(
            () => Graphs.Original().Apply(new LabelGraphEdit(LabelGraphEditKind.PutWord, "没有", Word: "闪现")));

    // The oracle: the same relations, put into a plain dictionary one after the other and compiled from scratch.
    [Fact]
    public void Apply_AnyEditsOfWords_GivesTheSnapshotCompiledFromTheirOutcome()
    {
        var edits = Gen.Choose(0, 3).SelectMany(word => Gen.Choose(0, 2).SelectMany(label => Gen.Choose(-1, 4).Select(weight => (word, label, weight))));
        Prop.ForAll(edits.ListOf().ToArbitrary(), list =>
        {
            string[] labels = ["LOL", "吃鸡", "明星"];
            var expected = new Dictionary<(string Word, string Label), double>();
            var snapshot = Graphs.Original();
            foreach (var (word, label, weight) in list)
            {
                var key = ($"词{word}", labels[label]);
                if (weight > 0)
                {
                    expected[key] = weight / 4.0;
                    snapshot = snapshot.Apply(new LabelGraphEdit(LabelGraphEditKind.PutWord, key.Item2, Word: key.Item1, Weight: weight / 4.0));
                }
                else if (expected.Remove(key))
                {
                    snapshot = snapshot.Apply(new LabelGraphEdit(LabelGraphEditKind.DeleteWord, key.Item2, Word: key.Item1));
                }
            }

            ShouldBeSame(snapshot, Graphs.Original([.. expected.Select(relation => (relation.Key.Word, relation.Key.Label, relation.Value))]));
        }).QuickCheckThrowOnFailure();
    }

    internal static void ShouldBeSame(LabelGraphSnapshot actual, LabelGraphSnapshot expected)
    {
        Lines(actual).ShouldBe(Lines(expected));
        actual.WordCount.ShouldBe(expected.WordCount);

        static string[] Lines(LabelGraphSnapshot graph) =>
        [
            .. graph.Labels.OrderBy(label => label.Title, StringComparer.Ordinal).Select(label =>
                $"{label.Title} < {string.Join(' ', label.Parents)} > {string.Join(' ', label.Children)} ^ {string.Join(' ', label.Ancestors)}: "
                + string.Join(' ', label.Words)),
            .. graph.Words.Order(StringComparer.Ordinal).Select(word => $"{word}: {string.Join(' ', graph.FindLabels(word))}"),
        ];
    }
}
