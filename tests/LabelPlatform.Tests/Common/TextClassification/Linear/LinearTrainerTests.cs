using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class LinearTrainerTests
{
    // We add in single precision, liblinear in double.
    private const float Tolerance = 2e-3f;

    private static readonly LinearTrainerOptions Options = new() { Seed = 7 };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Train_ConvergedFully_EqualsLinearSvc(int index)
    {
        var golden = LinearProblem.Models[index];
        var options = new LinearTrainerOptions
        {
            C = golden.Number("c"),
            PositiveWeight = golden.Number("positiveWeight"),
            Tolerance = 1e-5,
            MaxPasses = 3_000,
            CalibrationFolds = 0,
        };

        var model = new LinearTrainer(LinearProblem.Rows, options).Train(LinearProblem.Targets);

        var coefficients = golden.Floats("coefficients");
        var margins = golden.Floats("margins");
        model.Bias.ShouldBe((float)golden.Number("intercept"), Tolerance);
        model.Weights[0].ShouldBe(0);
        for (var id = 1; id < model.Weights.Length; id++)
            (model.Weights[id] / LinearProblem.Rows.Idf[id]).ShouldBe(coefficients[id - 1], Tolerance);
        for (var row = 0; row < LinearProblem.Rows.Count; row++)
            model.Margin(LinearProblem.Rows, row).ShouldBe(margins[row], Tolerance);
    }

    [Fact]
    public void Train_RowsLeftOut_AreAsIfTheyWereNotThere()
    {
        sbyte[] targets = [.. LinearProblem.Targets];
        for (var row = 0; row < targets.Length; row += 3)
            targets[row] = 0;
        var kept = Enumerable.Range(0, targets.Length).Where(row => targets[row] != 0).ToArray();
        int[][] ids = [.. kept.Select(row => LinearProblem.Rows.Ids(row).ToArray())];
        var fewer = new FeatureRows(
            [0, .. ids.Select((_, i) => ids.Take(i + 1).Sum(row => row.Length))], [.. ids.SelectMany(row => row)], LinearProblem.Rows.Idf);
        var options = new LinearTrainerOptions { Tolerance = 1e-5, MaxPasses = 3_000, CalibrationFolds = 0 };

        var expected = new LinearTrainer(fewer, options).Train([.. kept.Select(row => targets[row])]);
        var model = new LinearTrainer(LinearProblem.Rows, options).Train(targets);

        model.Weights.Zip(expected.Weights).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < Tolerance);
    }

    [Fact]
    public void Train_AnyNumberOfThreadsAndLabels_GivesTheSameModel()
    {
        var trainer = new LinearTrainer(LinearProblem.Rows, Options);
        var opposite = Array.ConvertAll(LinearProblem.Targets, target => (sbyte)-target);

        var alone = trainer.Train(LinearProblem.Targets);
        var inParallel = trainer.Train(LinearProblem.Targets, threads: 3);
        var amongOthers = new LinearTrainer(LinearProblem.Rows, Options).Train([opposite, LinearProblem.Targets, opposite], threads: 2)[1];

        foreach (var model in new[] { inParallel, amongOthers })
        {
            model.Weights.ShouldBe(alone.Weights);
            model.Bias.ShouldBe(alone.Bias);
            model.Calibration.ShouldBe(alone.Calibration);
        }
    }

    [Fact]
    public void Train_Calibrated_GivesProbabilitiesAboutAsHighAsPositivesAreFrequent()
    {
        var model = new LinearTrainer(LinearProblem.Rows, Options).Train(LinearProblem.Targets);

        var mean = Enumerable.Range(0, LinearProblem.Rows.Count).Average(row => model.Probability(LinearProblem.Rows, row));

        mean.ShouldBe(LinearProblem.Targets.Count(target => target > 0) / (double)LinearProblem.Rows.Count, 0.05);
        model.Calibration.Scale.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Train_LabelWithoutPositives_IsRefused() =>
        Should.Throw<ArgumentException>(() => new LinearTrainer(LinearProblem.Rows, Options).Train(new sbyte[LinearProblem.Rows.Count]))
            .Message.ShouldContain("at least one positive");

    [Fact]
    public void Train_OnePositive_GivesAModel()
    {
        var targets = Array.ConvertAll(LinearProblem.Targets, _ => (sbyte)-1);
        targets[5] = 1;

        var model = new LinearTrainer(LinearProblem.Rows, Options).Train(targets);

        double.IsFinite(model.Calibration.Scale + model.Calibration.Shift).ShouldBeTrue();
        model.Margin(LinearProblem.Rows, 5).ShouldBe(Enumerable.Range(0, targets.Length).Max(row => model.Margin(LinearProblem.Rows, row)));
    }
}
