using System.Numerics;
using System.Runtime.InteropServices;

namespace LabelPlatform.TextClassification.Embedding;

/// <summary>
/// The original's network while it is trained: the mean of the ids' vectors, padding counted, times a kernel, plus a bias, through a sigmoid.
/// The gradient of every vector is the kernel times one number, so that a step costs what the distinct ids of its batch cost.
/// </summary>
internal sealed class EmbeddingNetwork
{
    // The rows of the last layer, which learns in the same way.
    private const int Kernel = 0;
    private const int Bias = 1;

    private readonly int _rows;
    private readonly AdamRows _embedding;
    private readonly AdamRows _output;
    private readonly int[] _seenIn;
    private readonly float[] _gradients;
    private readonly List<int> _batchIds = [];
    private readonly float[] _sum;
    private readonly float[] _kernelGradient;
    private readonly float[] _one;

    /// <summary>Starts a training.</summary>
    /// <param name="initial">The weights to start from.</param>
    /// <param name="schedule">Adam's numbers.</param>
    public EmbeddingNetwork(EmbeddingWeights initial, AdamSchedule schedule)
    {
        _rows = initial.Rows;
        _embedding = new AdamRows(initial.Rows, initial.Dimensions, schedule);
        _output = new AdamRows(2, initial.Dimensions, schedule);
        for (var row = 0; row < initial.Rows; row++)
            _embedding.Set(row, initial.Embedding.AsSpan(row * initial.Dimensions, initial.Dimensions));
        _output.Set(Kernel, initial.Kernel);
        _output.Set(Bias, [initial.Bias]);

        _seenIn = new int[initial.Rows];
        _gradients = new float[initial.Rows];
        _sum = new float[_embedding.PaddedLength];
        _kernelGradient = new float[_embedding.PaddedLength];
        _one = [1, .. new float[_embedding.PaddedLength - 1]];
    }

    /// <summary>Steps done.</summary>
    public int Step { get; private set; }

    private ReadOnlySpan<Vector<float>> KernelWeights => _output.Weights(Kernel);

    private float BiasWeight => _output.Weights(Bias)[0][0];

    /// <summary>Predicts a batch, then moves the weights against its mean loss.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="batch">Which of them.</param>
    /// <returns>How the batch was predicted before the move.</returns>
    public EmbeddingLoss Train(EmbeddingExamples examples, ReadOnlySpan<int> batch)
    {
        var bias = 0f;
        double loss = 0;
        var correct = 0;
        _batchIds.Clear();
        Array.Clear(_kernelGradient);
        foreach (var row in batch)
        {
            var ids = examples.Ids(row);
            var (logit, positive) = (Predict(ids), examples.IsPositive(row));
            loss += Loss(logit, positive);
            correct += logit > 0 == positive ? 1 : 0;
            var residual = (Sigmoid(logit) - (positive ? 1 : 0)) / batch.Length;
            bias += residual;
            Propagate(ids, residual / ids.Length);
        }

        Step++;
        foreach (var id in _batchIds)
            _embedding.Step(id, Step, _gradients[id], KernelWeights);
        _output.Step(Kernel, Step, 1, Vectors(_kernelGradient));
        _output.Step(Bias, Step, bias, Vectors(_one));
        return new EmbeddingLoss(loss / batch.Length, (double)correct / batch.Length);
    }

    /// <summary>Predicts examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="rows">Which of them.</param>
    public EmbeddingLoss Evaluate(EmbeddingExamples examples, Range rows)
    {
        var (start, count) = rows.GetOffsetAndLength(examples.Count);
        double loss = 0;
        var correct = 0;
        for (var row = start; row < start + count; row++)
        {
            var (logit, positive) = (Predict(examples.Ids(row)), examples.IsPositive(row));
            loss += Loss(logit, positive);
            correct += logit > 0 == positive ? 1 : 0;
        }

        return new EmbeddingLoss(loss / count, (double)correct / count);
    }

    /// <summary>The weights after the last step.</summary>
    public EmbeddingWeights ToWeights()
    {
        var dimensions = _embedding.Length;
        var weights = new EmbeddingWeights(new float[_rows * dimensions], new float[dimensions], 0);
        for (var row = 0; row < _rows; row++)
        {
            _embedding.CatchUp(row, Step);
            _embedding.CopyTo(row, weights.Embedding.AsSpan(row * dimensions, dimensions));
        }

        _output.CopyTo(Kernel, weights.Kernel);
        return weights with { Bias = BiasWeight };
    }

    /// <summary>The logit of a row; leaves the sum of its vectors in <see cref="_sum"/>.</summary>
    private float Predict(ReadOnlySpan<int> ids)
    {
        var sum = Vectors(_sum);
        sum.Clear();
        var padding = CountPadding(ids);
        if (padding > 0)
            AddTo(sum, 0, padding);
        foreach (var id in ids[padding..])
            AddTo(sum, id, 1);

        var logit = Vector<float>.Zero;
        for (var i = 0; i < sum.Length; i++)
            logit += sum[i] * KernelWeights[i];
        return (Vector.Sum(logit) / ids.Length) + BiasWeight;
    }

    private void AddTo(Span<Vector<float>> sum, int id, float times)
    {
        _embedding.CatchUp(id, Step);
        var weights = _embedding.Weights(id);
        for (var i = 0; i < sum.Length; i++)
            sum[i] += weights[i] * times;
    }

    /// <summary>Adds a row's part to the gradients; <see cref="_sum"/> still holds its vectors.</summary>
    private void Propagate(ReadOnlySpan<int> ids, float gradient)
    {
        var kernelGradient = Vectors(_kernelGradient);
        var sum = Vectors(_sum);
        for (var i = 0; i < sum.Length; i++)
            kernelGradient[i] += sum[i] * gradient;

        var padding = CountPadding(ids);
        if (padding > 0)
            AddGradient(0, padding * gradient);
        foreach (var id in ids[padding..])
            AddGradient(id, gradient);
    }

    private void AddGradient(int id, float gradient)
    {
        if (_seenIn[id] != Step + 1)
        {
            _seenIn[id] = Step + 1;
            _gradients[id] = 0;
            _batchIds.Add(id);
        }

        _gradients[id] += gradient;
    }

    // Padding stands in front, and there may be much of it.
    private static int CountPadding(ReadOnlySpan<int> ids)
    {
        var first = ids.IndexOfAnyExcept(0);
        return first < 0 ? ids.Length : first;
    }

    private static Span<Vector<float>> Vectors(float[] values) => MemoryMarshal.Cast<float, Vector<float>>(values.AsSpan());

    private static float Sigmoid(float logit) => 1 / (1 + MathF.Exp(-logit));

    private static double Loss(float logit, bool positive) =>
        Math.Max(logit, 0) - (positive ? logit : 0) + Math.Log(1 + Math.Exp(-Math.Abs(logit)));
}
