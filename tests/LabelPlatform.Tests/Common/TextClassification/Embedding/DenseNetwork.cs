using LabelPlatform.TextClassification.Embedding;

namespace LabelPlatform.Tests.Common.TextClassification.Embedding;

/// <summary>The network under Adam by the book: every weight at every step, in double precision.</summary>
internal sealed class DenseNetwork(EmbeddingWeights initial, double learningRate)
{
    private readonly int _dimensions = initial.Dimensions;
    private readonly double[] _weights = [.. initial.Embedding.Concat(initial.Kernel).Append(initial.Bias).Select(weight => (double)weight)];
    private readonly double[] _first = new double[initial.Embedding.Length + initial.Dimensions + 1];
    private readonly double[] _second = new double[initial.Embedding.Length + initial.Dimensions + 1];
    private int _step;

    public void Train(EmbeddingExamples examples, int[] batch)
    {
        var gradients = new double[_weights.Length];
        foreach (var row in batch)
            AddGradients(examples.Ids(row), examples.IsPositive(row), batch.Length, gradients);

        _step++;
        var rate = learningRate * Math.Sqrt(1 - Math.Pow(0.999, _step)) / (1 - Math.Pow(0.9, _step));
        for (var i = 0; i < _weights.Length; i++)
        {
            _first[i] += (gradients[i] - _first[i]) * 0.1;
            _second[i] += ((gradients[i] * gradients[i]) - _second[i]) * 0.001;
            _weights[i] -= rate * _first[i] / (Math.Sqrt(_second[i]) + 1e-7);
        }
    }

    public EmbeddingWeights ToWeights() => new(
        [.. _weights.Take(initial.Embedding.Length).Select(weight => (float)weight)],
        [.. _weights.Skip(initial.Embedding.Length).Take(_dimensions).Select(weight => (float)weight)],
        (float)_weights[^1]);

    private void AddGradients(ReadOnlySpan<int> ids, bool positive, int rows, double[] gradients)
    {
        var mean = new double[_dimensions];
        foreach (var id in ids)
        {
            for (var i = 0; i < _dimensions; i++)
                mean[i] += _weights[(id * _dimensions) + i] / ids.Length;
        }

        var kernel = initial.Embedding.Length;
        var logit = mean.Select((value, i) => value * _weights[kernel + i]).Sum() + _weights[^1];
        var residual = ((1 / (1 + Math.Exp(-logit))) - (positive ? 1 : 0)) / rows;
        gradients[^1] += residual;
        for (var i = 0; i < _dimensions; i++)
            gradients[kernel + i] += residual * mean[i];
        foreach (var id in ids)
        {
            for (var i = 0; i < _dimensions; i++)
                gradients[(id * _dimensions) + i] += residual * _weights[kernel + i] / ids.Length;
        }
    }
}
