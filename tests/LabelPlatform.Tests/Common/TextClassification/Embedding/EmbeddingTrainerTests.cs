using LabelPlatform.TextClassification.Embedding;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Embedding;

public class EmbeddingTrainerTests
{
    private static readonly EmbeddingExamples Examples = Create(200);
    private static readonly EmbeddingWeights Initial = EmbeddingWeights.Initialize(60, seed: 1);

    [Fact]
    public void Train_SameSeed_GivesTheSameWeights()
    {
        var options = new EmbeddingTrainerOptions { Epochs = 3 };

        var weights = new EmbeddingTrainer(options).Train(Examples, Initial).Weights;
        var again = new EmbeddingTrainer(options).Train(Examples, Initial).Weights;
        var other = new EmbeddingTrainer(options with { Seed = 2 }).Train(Examples, Initial).Weights;

        again.Embedding.ShouldBe(weights.Embedding);
        other.Embedding.ShouldNotBe(weights.Embedding);
    }

    [Fact]
    public void Train_LearnableRows_AreLearned()
    {
        var result = new EmbeddingTrainer(new EmbeddingTrainerOptions { LearningRate = 0.01 }).Train(Examples, Initial);

        result.History.Count.ShouldBe(40);
        result.History[^1].Training.Accuracy.ShouldBeGreaterThan(0.95);
        result.History[^1].Training.Loss.ShouldBeLessThan(result.History[0].Training.Loss);
        result.History[^1].Validation.ShouldBeNull();
    }

    [Fact]
    public void Train_ValidationRows_AreTheLastAndHaveNoPartInTheWeights()
    {
        var options = new EmbeddingTrainerOptions { Epochs = 2, ValidationFraction = 0.1 };
        var first180 = Create(200, kept: 180);

        var result = new EmbeddingTrainer(options).Train(Examples, Initial);
        var expected = new EmbeddingTrainer(options with { ValidationFraction = 0 }).Train(first180, Initial);

        result.Weights.ShouldBeNear(expected.Weights, 1e-6f);
        var losses = Enumerable.Range(180, 20).Select(row => (P: (double)result.Weights.Predict(Examples.Ids(row)), Positive: Examples.IsPositive(row)))
            .Select(pair => -Math.Log(pair.Positive ? pair.P : 1 - pair.P));
        result.History[^1].Validation!.Value.Loss.ShouldBe(losses.Average(), 1e-5);
    }

    [Fact]
    public void Train_ValidationLossRises_StopsAndGoesBackToTheBest()
    {
        var options = new EmbeddingTrainerOptions { Epochs = 400, LearningRate = 0.05, ValidationFraction = 0.3, Patience = 3 };

        var result = new EmbeddingTrainer(options).Train(Examples, Initial);

        var losses = result.History.Select(epoch => epoch.Validation!.Value.Loss).ToList();
        var best = losses.IndexOf(losses.Min());
        losses.Count.ShouldBe(best + 1 + 3);
        var untilBest = new EmbeddingTrainer(options with { Epochs = best + 1, Patience = null }).Train(Examples, Initial);
        result.Weights.ShouldBeNear(untilBest.Weights, 1e-4f);
    }

    [Fact]
    public void Train_IdWithoutVector_IsRefused() =>
        Should.Throw<ArgumentException>(() => new EmbeddingTrainer(new EmbeddingTrainerOptions()).Train(Examples, EmbeddingWeights.Initialize(5, 1)))
            .Message.ShouldContain("0 to 4");

    [Fact]
    public void Initialize_Weights_AreDrawnAsByKeras()
    {
        var weights = EmbeddingWeights.Initialize(2000, seed: 1);

        weights.Embedding.Max().ShouldBe(0.05f, 1e-4f);
        weights.Embedding.Min().ShouldBe(-0.05f, 1e-4f);
        weights.Embedding.Average().ShouldBe(0, 1e-3f);
        weights.Kernel.Max(Math.Abs).ShouldBeLessThanOrEqualTo((float)Math.Sqrt(6.0 / 51));
        weights.Kernel.Max(Math.Abs).ShouldBeGreaterThan(0.3f);
        weights.Bias.ShouldBe(0);
    }

    private static EmbeddingExamples Create(int count, int? kept = null)
    {
        var random = new Random(1);
        int[][] rows = [.. Enumerable.Range(0, count).Select(_ => (int[])[0, random.Next(1, 60), random.Next(1, 60), random.Next(1, 60)]).Take(kept ?? count)];
        return new EmbeddingExamples([.. rows.SelectMany(row => row)], 4, [.. rows.Select(row => row.Sum() > 85)]);
    }
}
