using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler;
using LabelPlatform.TrainingScheduler.Registry;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler.Registry;

public sealed class PromotionGateTests
{
    [Theory]
    [InlineData(PromotionRule.WhenNotWorse, 0.9, 0.9, 30, true)]
    [InlineData(PromotionRule.WhenNotWorse, 0.89, 0.9, 30, true)] // worse by the margin
    [InlineData(PromotionRule.WhenNotWorse, 0.889, 0.9, 30, false)]
    [InlineData(PromotionRule.WhenNotWorse, 0.95, 0.9, 29, false)] // too few rows to judge by
    [InlineData(PromotionRule.Always, 0.1, 0.9, 1, true)]
    [InlineData(PromotionRule.Never, 0.99, 0.1, 1000, false)]
    public void Judge_LiveVersion_ComparesF1(PromotionRule rule, double f1, double live, int positives, bool expected) =>
        PromotionGate.Judge(Metrics(f1, positives), Metrics(live, positives), hasLive: true, rule, new TrainingOptions()).Promotes.ShouldBe(expected);

    [Fact]
    public void Judge_NoLiveVersion_Promotes() =>
        PromotionGate.Judge(Metrics(0.6, 30), live: null, hasLive: false, PromotionRule.WhenNotWorse, new TrainingOptions())
            .ShouldBe((true, "F1 0.6; it is the first version."));

    [Fact]
    public void Judge_LiveVersionCannotBeRead_AsksAPerson() =>
        PromotionGate.Judge(Metrics(0.9, 30), live: null, hasLive: true, PromotionRule.WhenNotWorse, new TrainingOptions())
            .ShouldBe((false, "F1 0.9, but the version that is live now was not judged by the same rows: a person decides."));

    [Fact]
    public void Judge_Worse_SaysByWhat() =>
        PromotionGate.Judge(Metrics(0.7, 30), Metrics(0.8123, 30), hasLive: true, PromotionRule.WhenNotWorse, new TrainingOptions()).Reason
            .ShouldBe("F1 0.7 is worse than the live version's 0.812 on the same rows by more than 0.01: a person decides.");

    private static ModelMetrics Metrics(double f1, int positives) => new(positives, 100, f1, f1, f1, f1, null, 0);
}
