using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// Dual coordinate descent for the L2-regularised squared hinge loss: liblinear's algorithm (Hsieh et al., ICML 2008, algorithm 3) with random
/// permutation and shrinking. As in scikit-learn's LinearSVC the bias is the weight of a feature that is 1 everywhere.
/// </summary>
internal sealed class SquaredHingeSolver
{
    private readonly FeatureRows _rows;
    private readonly sbyte[] _targets;
    private readonly LinearTrainerOptions _options;
    private readonly float[] _weights;
    private readonly float[] _alphas;

    /// <summary>Starts from nothing.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="targets">For each row 1 or -1.</param>
    /// <param name="options">The options.</param>
    public SquaredHingeSolver(FeatureRows rows, sbyte[] targets, LinearTrainerOptions options)
        : this(rows, targets, options, new float[rows.Features + 1], new float[rows.Count])
    {
    }

    private SquaredHingeSolver(FeatureRows rows, sbyte[] targets, LinearTrainerOptions options, float[] weights, float[] alphas)
    {
        _rows = rows;
        _targets = targets;
        _options = options;
        _weights = weights;
        _alphas = alphas;
    }

    /// <summary>The weights by id; at 0, which no row has, the bias.</summary>
    public float[] Weights => _weights;

    /// <summary>The margin of a row: its distance to the decision, positive on the positives' side.</summary>
    public float Margin(int row) => Dot(row) + _weights[0];

    /// <summary>A solver that goes on from here without some rows, whose part in the weights is taken out.</summary>
    public SquaredHingeSolver Without(ReadOnlySpan<int> rows)
    {
        var other = new SquaredHingeSolver(_rows, _targets, _options, [.. _weights], [.. _alphas]);
        foreach (var row in rows)
        {
            other.Move(row, -_alphas[row] * _targets[row]);
            other._alphas[row] = 0;
        }

        return other;
    }

    /// <summary>Optimises over some rows. After <see cref="Without"/> it begins with those that hold the weights, few as they are.</summary>
    /// <param name="active">The rows; their order is lost.</param>
    /// <param name="tolerance">The largest difference of projected gradients that a last pass may meet.</param>
    /// <param name="random">Orders the visits.</param>
    /// <returns>The number of passes.</returns>
    public int Solve(Span<int> active, double tolerance, SplitMix64 random)
    {
        var regularizers = (Positive: (float)(0.5 / (_options.C * _options.PositiveWeight)), Negative: (float)(0.5 / _options.C));
        var remaining = MoveHoldersForward(active);
        var shrinkAbove = float.PositiveInfinity;
        for (var pass = 1; pass <= _options.MaxPasses; pass++)
        {
            random.Shuffle(active[..remaining]);
            var largest = float.NegativeInfinity;
            var smallest = float.PositiveInfinity;
            for (var i = 0; i < remaining; i++)
            {
                var row = active[i];
                var regularizer = _targets[row] > 0 ? regularizers.Positive : regularizers.Negative;
                var gradient = (_targets[row] * Margin(row)) - 1 + (_alphas[row] * regularizer);
                if (_alphas[row] == 0 && gradient > shrinkAbove)
                {
                    (active[i], active[remaining - 1]) = (active[remaining - 1], row);
                    remaining--;
                    i--;
                    continue;
                }

                var projected = _alphas[row] == 0 ? Math.Min(gradient, 0) : gradient;
                largest = Math.Max(largest, projected);
                smallest = Math.Min(smallest, projected);
                if (Math.Abs(projected) > 1e-12f)
                    Step(row, gradient, regularizer);
            }

            if (largest - smallest > tolerance)
            {
                shrinkAbove = largest <= 0 ? float.PositiveInfinity : largest;
                continue;
            }

            // Converged on what is left: look once more whether anything was left out too early.
            if (remaining == active.Length)
                return pass;
            remaining = active.Length;
            shrinkAbove = float.PositiveInfinity;
        }

        return _options.MaxPasses;
    }

    /// <summary>Returns how many rows are worth a visit at first: at the start all.</summary>
    private int MoveHoldersForward(Span<int> active)
    {
        var holders = 0;
        for (var i = 0; i < active.Length; i++)
        {
            if (_alphas[active[i]] > 0)
                (active[i], active[holders]) = (active[holders++], active[i]);
        }

        return holders > 0 ? holders : active.Length;
    }

    private void Step(int row, float gradient, float regularizer)
    {
        var curvature = _rows.SquaredNorm(row) + 1 + regularizer;
        var old = _alphas[row];
        _alphas[row] = Math.Max(old - (gradient / curvature), 0);
        Move(row, (_alphas[row] - old) * _targets[row]);
    }

    private void Move(int row, float step)
    {
        var ids = _rows.Ids(row);
        var values = _rows.Values(row)[..ids.Length];
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        for (var i = 0; i < ids.Length; i++)
            Unsafe.Add(ref weights, ids[i]) += step * values[i];
        weights += step;
    }

    // Most of the training's time is spent here. FeatureRows has seen to it that every id has a weight, so that none is checked again; four
    // sums, because one would have to wait for each addition.
    private float Dot(int row)
    {
        var ids = _rows.Ids(row);
        var values = _rows.Values(row)[..ids.Length];
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        float sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        var i = 0;
        for (; i + 3 < ids.Length; i += 4)
        {
            sum0 += Unsafe.Add(ref weights, ids[i]) * values[i];
            sum1 += Unsafe.Add(ref weights, ids[i + 1]) * values[i + 1];
            sum2 += Unsafe.Add(ref weights, ids[i + 2]) * values[i + 2];
            sum3 += Unsafe.Add(ref weights, ids[i + 3]) * values[i + 3];
        }

        for (; i < ids.Length; i++)
            sum0 += Unsafe.Add(ref weights, ids[i]) * values[i];
        return sum0 + sum1 + sum2 + sum3;
    }
}
