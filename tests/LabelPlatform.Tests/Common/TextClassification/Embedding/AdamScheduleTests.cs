using LabelPlatform.TextClassification.Embedding;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Embedding;

public class AdamScheduleTests
{
    private static readonly AdamSchedule Schedule = new(5000, 0.001);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 40)]
    [InlineData(7, 300)]
    [InlineData(2000, 2001)]
    [InlineData(10, 5000)]
    public void Sleep_AnyLength_EqualsTheStepsOneByOne(int from, int to)
    {
        // From moments far above ε to far below it; the move is what matters, not its relation to the weight.
        foreach (var root in new[] { 1e-3, 1e-5, 1e-6, 1e-7, 5e-8, 1e-8, 1e-10 })
        {
            var (first, second, expected) = (3.16 * root, root * root, 0.0);
            for (var step = from + 1; step <= to; step++)
            {
                first *= AdamSchedule.Beta1;
                second *= AdamSchedule.Beta2;
                expected -= Schedule.RateOf(step) * first / (Math.Sqrt(second) + AdamSchedule.Epsilon);
            }

            var (move, epsilon, firstDecay, secondDecay) = Schedule.Sleep(from, to);

            (-3.16 * root * move / (root + epsilon)).ShouldBe(expected, 2e-7, $"√v = {root}");
            (3.16 * root * firstDecay).ShouldBe(first, 1e-6 * root);
            (root * root * secondDecay).ShouldBe(second, 1e-6 * root * root);
        }
    }
}
