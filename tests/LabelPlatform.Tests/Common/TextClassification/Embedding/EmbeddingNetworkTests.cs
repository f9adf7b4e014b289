using LabelPlatform.TextClassification.Embedding;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Embedding;

public class EmbeddingNetworkTests
{
    private const float Tolerance = 1e-5f;

    [Theory]
    [InlineData("synthetic/food")]
    [InlineData("synthetic/sports")]
    [InlineData("headlines/game")]
    public void Train_KerasBatches_FollowsKerasStepByStep(string name)
    {
        var replay = new KerasReplay(name);
        var network = new EmbeddingNetwork(replay.Weights("initial"), new AdamSchedule(replay.Losses.Count, 0.001));

        foreach (var (batch, expected) in replay.Batches().Zip(replay.Losses))
        {
            var loss = network.Train(replay.Examples, batch);
            loss.Loss.ShouldBe(expected.Loss, 1e-5, $"step {network.Step}");
            loss.Accuracy.ShouldBe(expected.Accuracy, 1e-6, $"step {network.Step}");
            if (network.Step == 1)
                network.ToWeights().ShouldBeNear(replay.Weights("after_step_1"), Tolerance);
        }

        network.Step.ShouldBe(replay.Losses.Count);
        network.ToWeights().ShouldBeNear(replay.Weights("final"), Tolerance);
    }

    [Theory]
    [InlineData("synthetic/food")]
    [InlineData("synthetic/sports")]
    [InlineData("headlines/game")]
    public void Predict_AfterKerasBatches_GivesKerasProbabilities(string name)
    {
        var replay = new KerasReplay(name);
        var options = new EmbeddingTrainerOptions { Epochs = replay.Epochs, BatchSize = KerasReplay.BatchSize };

        var result = new EmbeddingTrainer(options, replay).Train(replay.Examples, replay.Weights("initial"));

        result.Weights.ShouldBeNear(replay.Weights("final"), Tolerance);
        foreach (var (row, probability) in replay.TestRows.Zip(replay.Probabilities))
            result.Weights.Predict(row).ShouldBe(probability, Tolerance);
    }

    [Fact]
    public void Train_ManySteps_EqualsAdamOnEveryRow()
    {
        // Rows that are met once and never again, rows that sleep for long, and gradients that become as small as ε.
        var random = new Random(1);
        int[][] rows = [.. Enumerable.Range(0, 40).Select(row => (int[])[0, 0, row < 20 ? 1 : 2, 3 + row, random.Next(43, 60)])];
        var examples = new EmbeddingExamples([.. rows.SelectMany(row => row)], 5, [.. rows.Select((_, row) => row % 2 == 0)]);
        var initial = EmbeddingWeights.Initialize(61, seed: 3, dimensions: 6);
        int[][] batches = [.. Enumerable.Range(0, 3000).Select(_ => Enumerable.Range(0, 4).Select(_ => random.Next(40)).ToArray())];
        var network = new EmbeddingNetwork(initial, new AdamSchedule(batches.Length, 0.01));
        var dense = new DenseNetwork(initial, 0.01);

        foreach (var batch in batches)
        {
            network.Train(examples, batch);
            dense.Train(examples, batch);
        }

        network.ToWeights().ShouldBeNear(dense.ToWeights(), 2e-4f);
    }

    [Fact]
    public void Train_AtWork_AllocatesNothing()
    {
        var examples = new EmbeddingExamples([1, 2, 3, 4], 2, [true, false]);
        var network = new EmbeddingNetwork(EmbeddingWeights.Initialize(5, seed: 1), new AdamSchedule(20, 0.001));
        int[] batch = [0, 1];
        network.Train(examples, batch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 10; step++)
            network.Train(examples, batch);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
