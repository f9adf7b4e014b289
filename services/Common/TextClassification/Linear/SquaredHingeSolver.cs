using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// Dual coordinate descent for the L2-regularised squared hinge loss: liblinear's algorithm (Hsieh et al., ICML 2008, algorithm 3) with random
/// permutation and shrinking. As in scikit-learn's LinearSVC the bias is the weight of a feature that is 1 everywhere. It works on the weights
/// times idf, so that a visit reads a row's ids and nothing else: what takes the time is memory.
/// </summary>
internal sealed class SquaredHingeSolver
{
    private const float NoGradient = 1e-12f;

    private readonly FeatureRows _rows;
    private readonly sbyte[] _targets;
    private readonly LinearTrainerOptions _options;
    private readonly float[] _weights;
    private readonly float[] _alphas;
    private readonly float[] _squaredIdf;
    private float _bias;

    /// <summary>Starts from nothing.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="targets">For each row 1 or -1.</param>
    /// <param name="options">The options.</param>
    public SquaredHingeSolver(FeatureRows rows, sbyte[] targets, LinearTrainerOptions options)
    {
        _rows = rows;
        _targets = targets;
        _options = options;
        _weights = new float[rows.Features + 1];
        _alphas = new float[rows.Count];
        _squaredIdf = Array.ConvertAll(rows.Idf.ToArray(), idf => idf * idf);
    }

    private SquaredHingeSolver(SquaredHingeSolver original)
    {
        _rows = original._rows;
        _targets = original._targets;
        _options = original._options;
        _weights = [.. original._weights];
        _alphas = [.. original._alphas];
        _squaredIdf = original._squaredIdf;
        _bias = original._bias;
    }

    /// <summary>The weights by id, times idf.</summary>
    public float[] Weights => _weights;

    /// <summary>The weight of what is 1 everywhere.</summary>
    public float Bias => _bias;

    /// <summary>Whether a row has a part in the weights: a support vector.</summary>
    public bool IsSupport(int row) => _alphas[row] > 0;

    /// <summary>The margin of a row: its distance to the decision, positive on the positives' side.</summary>
    public float Margin(int row) => (_rows.Scale(row) * Sum(_rows.Ids(row))) + _bias;

    /// <summary>A solver that goes on from here without some rows, whose part in the weights is taken out.</summary>
    public SquaredHingeSolver Without(ReadOnlySpan<int> rows)
    {
        var other = new SquaredHingeSolver(this);
        foreach (var row in rows)
        {
            if (!IsSupport(row))
                continue;
            other.Move(row, -_alphas[row] * _targets[row]);
            other._alphas[row] = 0;
        }

        return other;
    }

    /// <summary>Optimises over some rows.</summary>
    /// <param name="rows">The rows; their order is lost.</param>
    /// <param name="tolerance">The largest difference of projected gradients that a last pass may meet.</param>
    /// <param name="random">Orders the visits.</param>
    /// <returns>The number of passes.</returns>
    public int Solve(Span<int> rows, double tolerance, SplitMix64 random)
    {
        var regularizers = (Positive: (float)(0.5 / (_options.C * _options.PositiveWeight)), Negative: (float)(0.5 / _options.C));
        var remaining = rows.Length;
        var shrinkAbove = float.PositiveInfinity;
        for (var pass = 1; pass <= _options.MaxPasses; pass++)
        {
            random.Shuffle(rows[..remaining]);
            var largest = float.NegativeInfinity;
            var smallest = float.PositiveInfinity;
            for (var i = 0; i < remaining; i++)
            {
                var row = rows[i];
                var alpha = _alphas[row];
                var regularizer = _targets[row] > 0 ? regularizers.Positive : regularizers.Negative;
                var gradient = (_targets[row] * Margin(row)) - 1 + (alpha * regularizer);
                if (alpha == 0 && gradient > shrinkAbove)
                {
                    (rows[i--], rows[--remaining]) = (rows[remaining], row);
                    continue;
                }

                var projected = alpha == 0 ? Math.Min(gradient, 0) : gradient;
                largest = Math.Max(largest, projected);
                smallest = Math.Min(smallest, projected);
                if (Math.Abs(projected) > NoGradient)
                    Step(row, gradient, regularizer);
            }

            if (largest - smallest > tolerance)
            {
                shrinkAbove = largest <= 0 ? float.PositiveInfinity : largest;
                continue;
            }

            // Converged on what is left: look once more whether anything was left out too early.
            if (remaining == rows.Length)
                return pass;
            remaining = rows.Length;
            shrinkAbove = float.PositiveInfinity;
        }

        return _options.MaxPasses;
    }

    private void Step(int row, float gradient, float regularizer)
    {
        // Of length 1, but for a row without features, and with the bias's 1.
        var squaredNorm = _rows.Scale(row) > 0 ? 2 : 1;
        var old = _alphas[row];
        _alphas[row] = Math.Max(old - (gradient / (squaredNorm + regularizer)), 0);
        Move(row, (_alphas[row] - old) * _targets[row]);
    }

    private void Move(int row, float step)
    {
        var scaled = step * _rows.Scale(row);
        foreach (var id in _rows.Ids(row))
            _weights[id] += scaled * _squaredIdf[id];
        _bias += step;
    }

    // Most of the training's time is spent here. FeatureRows has seen to it that every id has a weight, so that it is not checked again; four
    // sums, because a single one would have to wait for each addition.
    private float Sum(ReadOnlySpan<int> ids)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        float sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        for (; ids.Length >= 4; ids = ids[4..])
        {
            sum0 += Unsafe.Add(ref weights, ids[0]);
            sum1 += Unsafe.Add(ref weights, ids[1]);
            sum2 += Unsafe.Add(ref weights, ids[2]);
            sum3 += Unsafe.Add(ref weights, ids[3]);
        }

        foreach (var id in ids)
            sum0 += Unsafe.Add(ref weights, id);
        return sum0 + sum1 + (sum2 + sum3);
    }
}
