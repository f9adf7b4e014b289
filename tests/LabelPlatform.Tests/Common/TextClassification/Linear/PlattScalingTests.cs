using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class PlattScalingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_GoldenCase_EqualsScikitLearn(int index)
    {
        var golden = ScikitLearn.Golden.GetProperty("platt")[index];

        var scaling = PlattScaling.Fit(golden.Floats("margins"), Array.ConvertAll(golden.Bools("positives"), positive => (sbyte)(positive ? 1 : -1)));

        scaling.Scale.ShouldBe(-golden.Number("a"), 1e-3);
        scaling.Shift.ShouldBe(-golden.Number("b"), 1e-3);
    }

    [Fact]
    public void Fit_SeparableMargins_StaysFinite()
    {
        var scaling = PlattScaling.Fit([-1000, -999, 999, 1000], [-1, -1, 1, 1]);

        scaling.Probability(1000).ShouldBe(0.75, 0.01);
        scaling.Probability(-1000).ShouldBe(0.25, 0.01);
    }

    [Theory]
    [InlineData(1e300, 1)]
    [InlineData(-1e300, 0)]
    [InlineData(0, 0.5)]
    public void Probability_AnyMargin_IsAProbability(double margin, double expected) => PlattScaling.Identity.Probability(margin).ShouldBe(expected);
}
