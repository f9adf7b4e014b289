using System.Numerics.Tensors;

namespace LabelPlatform.TextClassification.Embedding;

/// <summary>The weights of an <c>embedding</c> network, as the served model holds them.</summary>
/// <param name="Embedding">A vector for each id from 0, one after the other.</param>
/// <param name="Kernel">The weights of the last layer, as many as a vector has.</param>
/// <param name="Bias">The bias of the last layer.</param>
public sealed record EmbeddingWeights(float[] Embedding, float[] Kernel, float Bias)
{
    /// <summary>The original's length of a vector.</summary>
    public const int DefaultDimensions = 50;

    private const double EmbeddingLimit = 0.05;

    /// <summary>Length of a vector.</summary>
    public int Dimensions => Kernel.Length;

    /// <summary>Number of vectors: the highest id plus one.</summary>
    public int Rows => Embedding.Length / Dimensions;

    /// <summary>
    /// Weights to start from, drawn as Keras does: the embedding uniform in ±0.05, the kernel by Glorot's rule, the bias 0.
    /// </summary>
    /// <param name="rows">Number of vectors.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="dimensions">Length of a vector.</param>
    public static EmbeddingWeights Initialize(int rows, long seed, int dimensions = DefaultDimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var random = new SplitMix64(seed);
        var embedding = new float[rows * dimensions];
        var kernel = new float[dimensions];
        Fill(embedding, EmbeddingLimit, ref random);
        Fill(kernel, Math.Sqrt(6.0 / (dimensions + 1)), ref random);
        return new EmbeddingWeights(embedding, kernel, 0);
    }

    /// <summary>The probability of a row of ids, padding counted in the mean.</summary>
    public float Predict(ReadOnlySpan<int> ids)
    {
        double logit = 0;
        foreach (var id in ids)
            logit += TensorPrimitives.Dot(Embedding.AsSpan(id * Dimensions, Dimensions), Kernel);
        return (float)(1 / (1 + Math.Exp(-((logit / ids.Length) + Bias))));
    }

    private static void Fill(Span<float> values, double limit, ref SplitMix64 random)
    {
        foreach (ref var value in values)
            value = (float)(((2 * random.NextDouble()) - 1) * limit);
    }
}
