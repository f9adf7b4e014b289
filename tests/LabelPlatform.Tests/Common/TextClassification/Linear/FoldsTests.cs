using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class FoldsTests
{
    [Fact]
    public void Deal_Rows_AreEachInOneFoldAndEven()
    {
        var folds = new Folds(LinearProblem.Rows, 3, seed: 1).Deal(LinearProblem.Targets);

        folds.SelectMany(fold => fold).Order().ShouldBe(Enumerable.Range(0, LinearProblem.Rows.Count));
        folds.Max(Positives).ShouldBeLessThanOrEqualTo(folds.Min(Positives) + 2);
    }

    [Fact]
    public void Deal_EqualRows_AreInTheSameFold()
    {
        int[] offsets = [.. Enumerable.Range(0, 101)];
        int[] ids = [.. Enumerable.Range(0, 100).Select(row => 1 + (row % 10))];
        var targets = Enumerable.Repeat((sbyte)1, 100).ToArray();

        var folds = new Folds(new FeatureRows(offsets, ids, Enumerable.Repeat(1f, 11).ToArray()), 3, seed: 1).Deal(targets);

        folds.ShouldAllBe(fold => fold.Select(row => row % 10).CountBy(id => id).All(id => id.Value == 10));
    }

    [Fact]
    public void Deal_RowsLeftOut_AreInNoFold()
    {
        sbyte[] targets = [.. LinearProblem.Targets];
        targets[3] = 0;

        new Folds(LinearProblem.Rows, 3, seed: 1).Deal(targets).SelectMany(fold => fold).ShouldNotContain(3);
    }

    private static int Positives(int[] fold) => fold.Count(row => LinearProblem.Targets[row] > 0);
}
