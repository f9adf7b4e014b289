using System.Numerics;
using System.Runtime.InteropServices;

namespace LabelPlatform.TextClassification.Embedding;

/// <summary>
/// Rows of weights under Keras's Adam, which moves every row at every step. Rows without a gradient sleep, and make up for the steps missed when
/// they are next looked at. A row's weights and both moments lie beside one another, each padded to whole vectors: a row is one place in memory.
/// </summary>
internal sealed class AdamRows
{
    private readonly int _length;
    private readonly int _padded;
    private readonly float[] _data;
    private readonly int[] _upToDate;
    private readonly AdamSchedule _schedule;

    /// <summary>Makes rows of zeros.</summary>
    /// <param name="count">How many.</param>
    /// <param name="length">Weights of a row.</param>
    /// <param name="schedule">Adam's numbers.</param>
    public AdamRows(int count, int length, AdamSchedule schedule)
    {
        _length = length;
        _padded = (length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _data = new float[checked(3 * count * _padded)];
        _upToDate = new int[count];
        _schedule = schedule;
    }

    /// <summary>Weights of a row.</summary>
    public int Length => _length;

    /// <summary>The same, padding included.</summary>
    public int PaddedLength => _padded;

    /// <summary>Sets a row's weights.</summary>
    public void Set(int row, ReadOnlySpan<float> weights) => weights.CopyTo(_data.AsSpan(3 * row * _padded, _length));

    /// <summary>Copies a row's weights.</summary>
    public void CopyTo(int row, Span<float> weights) => _data.AsSpan(3 * row * _padded, _length).CopyTo(weights);

    /// <summary>A row's weights, which must be up to date.</summary>
    public ReadOnlySpan<Vector<float>> Weights(int row) => Part(row, 0);

    /// <summary>Makes up for the steps that a row has slept through.</summary>
    /// <param name="row">The row.</param>
    /// <param name="step">The last step done, 0 before the first.</param>
    public void CatchUp(int row, int step)
    {
        var from = _upToDate[row];
        if (from == step)
            return;
        _upToDate[row] = step;
        if (from == 0)
            return;

        var (move, epsilon, firstDecay, secondDecay) = _schedule.Sleep(from, step);
        var weights = Part(row, 0);
        var first = Part(row, 1);
        var second = Part(row, 2);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] -= first[i] * move / (Vector.SquareRoot(second[i]) + new Vector<float>(epsilon));
            first[i] *= firstDecay;
            second[i] *= secondDecay;
        }
    }

    /// <summary>Does a step with a gradient; the row must be up to date with the step before.</summary>
    /// <param name="row">The row.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="factor">The gradient is this…</param>
    /// <param name="direction">…times this.</param>
    public void Step(int row, int step, float factor, ReadOnlySpan<Vector<float>> direction)
    {
        var rate = _schedule.RateOf(step);
        var weights = Part(row, 0);
        var first = Part(row, 1);
        var second = Part(row, 2);
        for (var i = 0; i < weights.Length; i++)
        {
            var gradient = direction[i] * factor;
            first[i] += (gradient - first[i]) * (float)(1 - AdamSchedule.Beta1);
            second[i] += ((gradient * gradient) - second[i]) * (float)(1 - AdamSchedule.Beta2);
            weights[i] -= first[i] * rate / (Vector.SquareRoot(second[i]) + new Vector<float>(AdamSchedule.Epsilon));
        }

        _upToDate[row] = step;
    }

    private Span<Vector<float>> Part(int row, int part) =>
        MemoryMarshal.Cast<float, Vector<float>>(_data.AsSpan(((3 * row) + part) * _padded, _padded));
}
