using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class LinearModelTests
{
    private static readonly string[] Texts = SomeTexts.Create(300);
    private static readonly FeatureTable Table = FeatureTables.Of(Texts);
    private static readonly FeatureRows Rows = FeatureRows.Create(new LinearFeatures(Table), Texts);
    private static readonly LinearModel Model = Train();

    [Fact]
    public void ToServedTable_ServedGraph_GivesTheSameProbability()
    {
        var table = Model.ToServedTable(Table);

        table.Length.ShouldBe(2 * (Table.Count + 1));
        table.Take(2).ShouldBe([0, 0]);
        for (var row = 0; row < Rows.Count; row++)
        {
            // The served network: gather, sum, times the reciprocal root, scale and shift, sigmoid; padding anywhere.
            int[] ids = [0, .. Rows.Ids(row), 0];
            var score = ids.Sum(id => table[2 * id]) / Math.Sqrt(Math.Max(ids.Sum(id => table[(2 * id) + 1]), 1e-12));
            var probability = 1 / (1 + Math.Exp(-((Model.Scale * score) + Model.Shift)));

            probability.ShouldBe(Model.Probability(Rows, row), 1e-5);
        }
    }

    [Fact]
    public void ToServedTable_AnotherTable_IsRefused() =>
        Should.Throw<ArgumentException>(() => Model.ToServedTable(FeatureTables.Of(Texts, maxFeatures: 10))).Message.ShouldContain("10");

    [Fact]
    public void Prune_Model_KeepsTheHeaviestWeights()
    {
        var pruned = Model.Prune(25);

        pruned.Weights.Count(weight => weight != 0).ShouldBeInRange(20, 25);
        var lightest = pruned.Weights.Where(weight => weight != 0).Min(Math.Abs);
        Model.Weights.Where((weight, id) => pruned.Weights[id] == 0).ShouldAllBe(weight => Math.Abs(weight) <= lightest);
        Model.Prune(Table.Count).ShouldBeSameAs(Model);
    }

    private static LinearModel Train()
    {
        var targets = Array.ConvertAll(Texts, text => (sbyte)(text.Contains("皮肤", StringComparison.Ordinal) ? 1 : -1));
        return new LinearTrainer(Rows, new LinearTrainerOptions()).Train(targets);
    }
}
