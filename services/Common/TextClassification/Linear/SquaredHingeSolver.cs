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
    public float Margin(int row) => Dot(_weights, _rows.Ids(row), _rows.Values(row)) + _weights[0];

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

    /// <summary>Optimises over some rows.</summary>
    /// <param name="active">The rows; their order is lost.</param>
    /// <param name="random">Orders the visits.</param>
    /// <returns>The number of passes.</returns>
    public int Solve(Span<int> active, SplitMix64 random)
    {
        var regularizers = (Positive: (float)(0.5 / (_options.C * _options.PositiveWeight)), Negative: (float)(0.5 / _options.C));
        var remaining = active.Length;
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

            if (largest - smallest > _options.Tolerance)
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

    private void Step(int row, float gradient, float regularizer)
    {
        var values = _rows.Values(row);
        var curvature = System.Numerics.Tensors.TensorPrimitives.SumOfSquares(values) + 1 + regularizer;
        var old = _alphas[row];
        _alphas[row] = Math.Max(old - (gradient / curvature), 0);
        Move(row, (_alphas[row] - old) * _targets[row]);
    }

    private void Move(int row, float step)
    {
        var ids = _rows.Ids(row);
        var values = _rows.Values(row);
        for (var i = 0; i < ids.Length; i++)
            _weights[ids[i]] += step * values[i];
        _weights[0] += step;
    }

    private static float Dot(float[] weights, ReadOnlySpan<int> ids, ReadOnlySpan<float> values)
    {
        float even = 0, odd = 0;
        var i = 0;
        for (; i + 1 < ids.Length; i += 2)
        {
            even += weights[ids[i]] * values[i];
            odd += weights[ids[i + 1]] * values[i + 1];
        }

        return even + odd + (i < ids.Length ? weights[ids[i]] * values[i] : 0);
    }
}
