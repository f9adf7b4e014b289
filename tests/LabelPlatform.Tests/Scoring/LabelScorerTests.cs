using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Scoring;
using LabelPlatform.Scoring;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Scoring;

/// <summary>The worked examples of the original (its docstrings), and what it got wrong.</summary>
public sealed class LabelScorerTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Ancestors = new(StringComparer.Ordinal)
    {
        ["LOL"] = ["游戏"],
        ["王者农药"] = ["游戏"],
    };

    [Fact]
    public void Score_SeveralWordsOfOneLabel_SumsThemBeforeTheSigmoid()
    {
        // original-behaviour §3.3, §3.4: 情感故事 1.641 → .838, 明星 .765 → .682
        var scored = Score(Word(("情感故事", 0.765)), Word(("情感故事", 0.876)), Word(("明星", 0.765)));

        scored.Labels.Select(label => (label.Label, label.Score)).ShouldBe([("情感故事", 0.838), ("明星", 0.682)]);
        scored.Labels.ShouldAllBe(label => label.Related.Length == 0);
    }

    [Theory]
    [InlineData(0.5, 0.622)]
    [InlineData(0.9, 0.711)]
    [InlineData(1.0, 0.731)]
    public void Score_OneWord_IsTheSigmoidOfItsWeight(double weight, double expected) =>
        Score(Word(("美妆", weight))).Labels.ShouldHaveSingleItem().Score.ShouldBe(expected);

    [Fact]
    public void Score_SumOf1465_Is0812AndNotTheDocstrings0811()
    {
        var label = Score(Word(("LOL", 0.765)), Word(("LOL", 0.7))).Labels.ShouldHaveSingleItem();

        label.Score.ShouldBe(0.812);
        label.Related.ShouldBe(["游戏"]);
    }

    [Fact]
    public void Score_NothingMatched_IsEmpty() => Score().Labels.ShouldBeEmpty();

    [Fact]
    public void Score_EveryCandidateRejected_IsEmpty()
    {
        // The original answered HTTP 500 here (§5.3).
        var scored = Score(
            [Word(("美妆", 0.654), ("情感故事", 0.765))],
            [Prediction("美妆", 0.4), Prediction("情感故事", 0.1)]);

        scored.Labels.ShouldBeEmpty();
        scored.Error.ShouldBeNull();
    }

    [Fact]
    public void Score_AmbiguousWord_TakesTheProbabilityOfAcceptedLabelsOnly()
    {
        // §3.2: ["1",[["美食",0.735],["音乐",0.654]],"2",[["美妆",0.734]]] → 1 becomes [["美食",0.954]], 2 is unchanged
        var scored = Score(
            [Word(("美食", 0.735), ("音乐", 0.654)), Word(("美妆", 0.734))],
            [Prediction("美食", 0.954), Prediction("音乐", 0.2)]);

        // sigmoid(.954) = .722, sigmoid(.734) = .676
        scored.Labels.Select(label => (label.Label, label.Score)).ShouldBe([("美食", 0.722), ("美妆", 0.676)]);
    }

    [Fact]
    public void Score_ProbabilityEqualToTheThreshold_IsAccepted() =>
        Score([Word(("影视", 0.7), ("美妆", 0.7))], [Prediction("影视", 0.5), Prediction("美妆", 0.499)])
            .Labels.ShouldHaveSingleItem().Label.ShouldBe("影视");

    [Fact]
    public void Score_TwoAmbiguousWordsOfOneLabel_AddTheProbabilityTwice()
    {
        var scored = Score([Word(("影视", 0.7), ("美妆", 0.7)), Word(("影视", 0.6), ("美妆", 0.6))], [Prediction("影视", 0.6), Prediction("美妆", 0.1)]);

        scored.Labels.ShouldHaveSingleItem().Score.ShouldBe(0.769); // sigmoid(1.2)
    }

    [Fact]
    public void Score_LabelWithoutModel_KeepsItsWeightAndSaysSo()
    {
        var scored = Score([Word(("LOL", 0.8), ("王者农药", 0.9))], []);

        scored.Labels.Select(label => label.Score).ShouldBe([0.711, 0.69]); // sigmoid(.9), sigmoid(.8)
        scored.Labels.SelectMany(label => label.Evidence!).ShouldAllBe(evidence => evidence.Unmodelled && evidence.Source == "graph");
    }

    [Fact]
    public void Score_LabelJudgedByItsAncestor_KeepsItsWeightOrIsRejectedWithIt()
    {
        Score([Word(("LOL", 0.8), ("影视", 0.9))], [Prediction("LOL", 0.97, judge: "游戏"), Prediction("影视", 0.1)])
            .Labels.ShouldHaveSingleItem().Evidence.ShouldHaveSingleItem()
            .ShouldBe(new LabelEvidence(0, "graph", 0.8, "model-游戏", Unmodelled: true));

        Score([Word(("LOL", 0.8), ("影视", 0.9))], [Prediction("LOL", 0.3, judge: "游戏"), Prediction("影视", 0.1)]).Labels.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(WhenModelFails.KeepGraphWeight, 1)]
    [InlineData(WhenModelFails.Drop, 0)]
    public void Score_ModelFailed_FollowsTheOption(WhenModelFails option, int labels)
    {
        var text = new TextToScore(
            [Word(("影视", 0.9), ("美妆", 0.8))], [Prediction("美妆", 0.2)], [new PredictionFailure("影视", "movie", "timed out", 12)], true, DateTime.MaxValue);

        Scorer(option).Score(text, Ancestors).Labels.Length.ShouldBe(labels);
    }

    private static ScoredText Score(params MatchedWord[] words) => Score(words, []);

    private static ScoredText Score(MatchedWord[] words, LabelPrediction[] predictions) =>
        Scorer(WhenModelFails.KeepGraphWeight).Score(
            new TextToScore([.. words.Select((word, index) => word with { Index = index })], predictions, [], IncludeEvidence: true, DateTime.MaxValue), Ancestors);

    private static LabelScorer Scorer(WhenModelFails whenModelFails) => new(Options.Create(new ScoringOptions { WhenModelFails = whenModelFails }));

    private static MatchedWord Word(params (string Label, double Weight)[] labels) =>
        new(0, [.. labels.Select(label => new LabelWeight(label.Label, label.Weight))]);

    private static LabelPrediction Prediction(string label, double probability, string? judge = null) =>
        new(label, judge ?? label, $"model-{judge ?? label}", 1, probability, 0.5);
}
