using LabelPlatform.TextClassification.Embedding;
using Shouldly;

namespace LabelPlatform.Tests.Common.TextClassification.Embedding;

internal static class EmbeddingWeightsExtensions
{
    public static void ShouldBeNear(this EmbeddingWeights weights, EmbeddingWeights expected, float tolerance)
    {
        weights.Embedding.Length.ShouldBe(expected.Embedding.Length);
        weights.Kernel.Length.ShouldBe(expected.Kernel.Length);
        weights.Embedding.Zip(expected.Embedding, (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(tolerance, "embedding");
        weights.Kernel.Zip(expected.Kernel, (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(tolerance, "kernel");
        weights.Bias.ShouldBe(expected.Bias, tolerance, "bias");
    }
}
