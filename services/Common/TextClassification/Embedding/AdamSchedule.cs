namespace LabelPlatform.TextClassification.Embedding;

/// <summary>
/// Adam's numbers for every step of a training, and the sums that let a row sleep. Without a gradient a step multiplies the first moment m by β₁
/// and the second v by β₂ and moves the weight by -η(t)·m/(√v + ε). With r = β₁/√β₂ the moves of the steps from t to u add up to
/// -m/(√v + ε') · Σ η(s)·r^(s-t). As √v shrinks but ε does not, ε' is ε times the mean of β₂^(-(s-t)/2) over the summands. They fade within some
/// hundred steps, while β₂ hardly changes: what the mean leaves is of the size of the rounding.
/// </summary>
internal sealed class AdamSchedule
{
    public const double Beta1 = 0.9;
    public const double Beta2 = 0.999;
    public const float Epsilon = 1e-7f;

    private static readonly double Ratio = Beta1 / Math.Sqrt(Beta2);

    private readonly float[] _rates;

    // By t: the sum of η(s)·r^(s-t) over all later steps s, and the same with the correction for ε; by length: the powers of both ratios.
    private readonly (double Move, double Corrected)[] _sums;
    private readonly (double Move, double Corrected)[] _powers;
    private readonly (float First, float Second)[] _decays;

    /// <summary>Prepares a training.</summary>
    /// <param name="steps">Its number of steps.</param>
    /// <param name="learningRate">Its learning rate.</param>
    public AdamSchedule(int steps, double learningRate)
    {
        _rates = new float[steps + 1];
        _sums = new (double, double)[steps + 1];
        _powers = new (double, double)[steps + 1];
        _decays = new (float, float)[steps + 1];
        for (var t = 0; t <= steps; t++)
        {
            var decay = (First: Math.Pow(Beta1, t), Second: Math.Pow(Beta2, t));
            _rates[t] = t == 0 ? 0 : (float)(learningRate * Math.Sqrt(1 - decay.Second) / (1 - decay.First));
            _decays[t] = ((float)decay.First, (float)decay.Second);
            _powers[t] = (Math.Pow(Ratio, t), decay.First / decay.Second);
        }

        for (var t = steps - 1; t >= 0; t--)
        {
            _sums[t].Move = Ratio * (_rates[t + 1] + _sums[t + 1].Move);
            _sums[t].Corrected = Beta1 / Beta2 * (_rates[t + 1] + _sums[t + 1].Corrected);
        }
    }

    /// <summary>Number of steps.</summary>
    public int Steps => _rates.Length - 1;

    /// <summary>The learning rate of a step, from 1, with the corrections for the moments' start at 0.</summary>
    public float RateOf(int step) => _rates[step];

    /// <summary>What the steps after one up to another do to a row without gradients.</summary>
    /// <returns>The factor of the move, the ε of its denominator, and what both moments are multiplied by.</returns>
    public (float Move, float Epsilon, float FirstDecay, float SecondDecay) Sleep(int from, int to)
    {
        var power = _powers[to - from];
        var move = _sums[from].Move - (power.Move * _sums[to].Move);
        var corrected = _sums[from].Corrected - (power.Corrected * _sums[to].Corrected);
        var (first, second) = _decays[to - from];
        return ((float)move, (float)(Epsilon * corrected / move), first, second);
    }
}
