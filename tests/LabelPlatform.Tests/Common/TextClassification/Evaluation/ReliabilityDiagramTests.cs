using LabelPlatform.TextClassification.Evaluation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Evaluation;

public class ReliabilityDiagramTests
{
    [Fact]
    public void Bins_GoldenCaseWithoutEdges_EqualScikitLearn()
    {
        // The other cases have scores on the edges, which scikit-learn puts below.
        var golden = EvaluationGolden.Get(0);

        var bins = new ReliabilityDiagram(golden.Floats("scores"), golden.Bools("positives")).Bins.Where(bin => bin.Count > 0).ToArray();

        bins.Select(bin => (float)bin.MeanProbability).ShouldBe(golden.Floats("binMeans"), 1e-6);
        bins.Select(bin => (float)bin.PositiveRatio).ShouldBe(golden.Floats("binRatios"), 1e-6);
    }

    [Fact]
    public void ExpectedCalibrationError_ByHand_IsTheMeanGap()
    {
        var diagram = new ReliabilityDiagram([0.1f, 0.2f, 0.9f, 1f], [false, true, true, true], bins: 2);

        diagram.Bins[0].ShouldBe(new ReliabilityBin(2, diagram.Bins[0].MeanProbability, 0.5));
        diagram.Bins[0].MeanProbability.ShouldBe(0.15, 1e-6);
        diagram.ExpectedCalibrationError.ShouldBe(((2 * 0.35) + (2 * 0.05)) / 4, 1e-6);
    }

    [Theory]
    [InlineData(1.1f)]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    public void New_NoProbability_IsRefused(float value) => Should.Throw<ArgumentException>(() => new ReliabilityDiagram([value], [true]));

    [Fact]
    public void ExpectedCalibrationError_NoExamples_IsZero() => new ReliabilityDiagram([], []).ExpectedCalibrationError.ShouldBe(0);
}
