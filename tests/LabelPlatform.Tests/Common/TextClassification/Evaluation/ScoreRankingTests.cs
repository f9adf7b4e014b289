using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.TextClassification.Evaluation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Evaluation;

public class ScoreRankingTests
{
    // Few different scores, so that many are equal.
    private static readonly Arbitrary<(float Score, bool Positive)[]> Examples =
        (from score in Gen.Choose(0, 8) from positive in ArbMap.Default.GeneratorFor<bool>() select (score / 8f, positive)).ArrayOf().ToArbitrary();

    [Theory]
    [MemberData(nameof(EvaluationGolden.Indices), MemberType = typeof(EvaluationGolden))]
    public void Ranking_GoldenCase_EqualsScikitLearn(int index)
    {
        var golden = EvaluationGolden.Get(index);
        var ranking = golden.Rank();

        ranking.AveragePrecision().ShouldBe(golden.Number("averagePrecision"), 1e-12);
        ranking.RocAuc().ShouldBe(golden.Number("rocAuc"), 1e-12);
        ranking.FindBestF1()!.Value.Confusion.F1.ShouldBe(golden.Number("bestF1"), 1e-12);
        (ranking.FindForPrecision(0.8)?.Confusion.Recall ?? 0).ShouldBe(golden.Number("recallAtPrecision80"), 1e-12);
        ranking.FindForRecall(0.8)!.Value.Confusion.Precision.ShouldBe(golden.Number("precisionAtRecall80"), 1e-12);
    }

    [Fact]
    public void FindBestF1_ByHand_LiesHalfWayToTheNextScore()
    {
        var best = new ScoreRanking([0.9f, 0.7f, 0.6f, 0.2f], [true, false, true, false]).FindBestF1()!.Value;

        best.Confusion.ShouldBe(new Confusion(TruePositives: 2, FalsePositives: 1, FalseNegatives: 0, TrueNegatives: 1));
        best.Threshold.ShouldBe(0.4, 1e-6);
    }

    [Fact]
    public void AveragePrecision_ByHand_IsTheMeanOfThePrecisionsAtPositives() =>
        new ScoreRanking([0.9f, 0.7f, 0.6f, 0.2f], [true, false, true, false]).AveragePrecision().ShouldBe((1 + (2.0 / 3)) / 2, 1e-12);

    [Fact]
    public void RocAuc_AnyExamples_IsThePartOfPairsInTheRightOrder() =>
        Prop.ForAll(Examples, examples =>
        {
            var pairs = examples.Where(example => example.Positive)
                .SelectMany(_ => examples.Where(example => !example.Positive), (positive, negative) => positive.Score.CompareTo(negative.Score))
                .ToArray();
            var expected = pairs.Length == 0 ? double.NaN : pairs.Average(order => (order + 1) / 2.0);
            var auc = Rank(examples).RocAuc();
            return double.IsNaN(expected) ? double.IsNaN(auc) : Math.Abs(auc - expected) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FindBestF1_AnyExamples_IsTheBestOfAllThresholds() =>
        Prop.ForAll(Examples, examples =>
        {
            var best = Rank(examples).FindBestF1();
            return best is null
                ? examples.All(example => !example.Positive)
                : Count(examples, best.Value.Threshold) == best.Value.Confusion
                    && examples.All(example => Count(examples, example.Score).F1 <= best.Value.Confusion.F1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FindForPrecision_AnyExamples_HasTheHighestRecall() =>
        Prop.ForAll(Examples, examples =>
        {
            var good = examples.Select(example => Count(examples, example.Score)).Where(confusion => confusion is { TruePositives: > 0, Precision: >= 0.7 });
            return (Rank(examples).FindForPrecision(0.7)?.Confusion.Recall ?? 0) == good.Select(confusion => confusion.Recall).DefaultIfEmpty().Max();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_NoPositive_IsNothing()
    {
        var ranking = new ScoreRanking([0.5f], [false]);

        ranking.FindBestF1().ShouldBeNull();
        ranking.FindForPrecision(0).ShouldBeNull();
        ranking.FindForRecall(0).ShouldBeNull();
        ranking.AveragePrecision().ShouldBe(0);
    }

    [Fact]
    public void New_ScoreThatIsNoNumber_IsRefused() => Should.Throw<ArgumentException>(() => new ScoreRanking([0.5f, float.NaN], [true, false]));

    private static ScoreRanking Rank((float Score, bool Positive)[] examples) =>
        new([.. examples.Select(example => example.Score)], [.. examples.Select(example => example.Positive)]);

    private static Confusion Count((float Score, bool Positive)[] examples, double threshold) =>
        Confusion.Count([.. examples.Select(example => example.Score)], [.. examples.Select(example => example.Positive)], threshold);
}
