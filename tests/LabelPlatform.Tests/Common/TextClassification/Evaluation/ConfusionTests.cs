using LabelPlatform.TextClassification.Evaluation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Evaluation;

public class ConfusionTests
{
    [Theory]
    [MemberData(nameof(EvaluationGolden.Indices), MemberType = typeof(EvaluationGolden))]
    public void Count_GoldenCase_EqualsScikitLearn(int index)
    {
        var golden = EvaluationGolden.Get(index);

        var confusion = Confusion.Count(golden.Floats("scores"), golden.Bools("positives"), 0.5);

        confusion.Precision.ShouldBe(golden.Number("precision"), 1e-12);
        confusion.Recall.ShouldBe(golden.Number("recall"), 1e-12);
        confusion.F1.ShouldBe(golden.Number("f1"), 1e-12);
    }

    [Fact]
    public void Count_ByHand_IsRight()
    {
        var confusion = Confusion.Count([0.9f, 0.5f, 0.4f, 0.1f, 0.5f], [true, false, true, false, true], 0.5);

        confusion.ShouldBe(new Confusion(TruePositives: 2, FalsePositives: 1, FalseNegatives: 1, TrueNegatives: 1));
        confusion.Precision.ShouldBe(2.0 / 3);
        confusion.Recall.ShouldBe(2.0 / 3);
        confusion.Accuracy.ShouldBe(0.6);
    }

    [Fact]
    public void Ratios_OfNothing_AreZero()
    {
        var confusion = default(Confusion);

        (confusion.Precision + confusion.Recall + confusion.F1 + confusion.Accuracy).ShouldBe(0);
    }
}
