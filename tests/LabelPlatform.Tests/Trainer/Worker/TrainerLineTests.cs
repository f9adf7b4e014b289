using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Worker;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

public class TrainerLineTests
{
    private static readonly Guid Job = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Theory]
    [InlineData("Epoch 1/40")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"event":"other"}""")]
    [InlineData("""{"event":"progressed","fraction":"half"}""")]
    public void TryParse_AnythingElse_IsNull(string line) => TrainerLine.TryParse(line).ShouldBeNull();

    [Fact]
    public void ToProgressed_OfAnEpoch_HasItsPoint() =>
        Progressed("""{"event":"progressed","stage":"training","fraction":0.5,"epoch":3,"loss":0.25,"validationLoss":0.5}""")
            .ShouldBe(new TrainingProgressed(Job, 4, "training", 0.5, new TrainingCurvePoint(3, 0.25, 0.5)));

    [Fact]
    public void ToProgressed_OfAnotherTrainer_KeepsToTheLimits() =>
        Progressed($$"""{"event":"progressed","stage":"{{new string('x', 100)}}","fraction":7}""")
            .ShouldBe(new TrainingProgressed(Job, 4, new string('x', 64), 1));

    private static TrainingProgressed Progressed(string line) => TrainerLine.TryParse(line).ShouldNotBeNull().ToProgressed(Job, 4);
}
