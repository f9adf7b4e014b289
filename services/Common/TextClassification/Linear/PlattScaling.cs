namespace LabelPlatform.TextClassification.Linear;

/// <summary>Turns a margin into a probability: sigmoid(<paramref name="Scale"/> · margin + <paramref name="Shift"/>).</summary>
/// <param name="Scale">Platt's -A; positive where a larger margin means more probable.</param>
/// <param name="Shift">Platt's -B.</param>
public sealed record PlattScaling(double Scale, double Shift)
{
    /// <summary>The margin itself as a logit.</summary>
    public static PlattScaling Identity { get; } = new(1, 0);

    private const int MaxIterations = 100;
    private const double SmallestStep = 1e-10;
    private const double Ridge = 1e-12;
    private const double Tolerance = 1e-5;

    /// <summary>The probability at a margin.</summary>
    public double Probability(double margin)
    {
        // Neither branch can overflow.
        var logit = (Scale * margin) + Shift;
        var e = Math.Exp(-Math.Abs(logit));
        return logit >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>
    /// Fits the scaling to margins of rows that the weights were not trained on, by Newton's method with backtracking: Lin, Lin and Weng, "A note
    /// on Platt's probabilistic outputs for support vector machines" (2007), with Platt's smoothed targets.
    /// </summary>
    /// <param name="margins">The margins.</param>
    /// <param name="targets">For each 1 or -1.</param>
    public static PlattScaling Fit(ReadOnlySpan<float> margins, ReadOnlySpan<sbyte> targets)
    {
        if (targets.Length != margins.Length)
            throw new ArgumentException($"There are {margins.Length} margins and {targets.Length} targets.", nameof(targets));
        var positives = targets.Count((sbyte)1);
        var negatives = targets.Length - positives;
        var target = (Positive: (positives + 1.0) / (positives + 2.0), Negative: 1 / (negatives + 2.0));

        var scaling = new PlattScaling(0, Math.Log((positives + 1.0) / (negatives + 1.0)));
        var loss = scaling.Loss(margins, targets, target);
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var (scaleGradient, shiftGradient, direction) = scaling.FindDirection(margins, targets, target);
            if (Math.Abs(scaleGradient) < Tolerance && Math.Abs(shiftGradient) < Tolerance)
                break;

            var slope = (scaleGradient * direction.Scale) + (shiftGradient * direction.Shift);
            var step = 1.0;
            for (; step >= SmallestStep; step /= 2)
            {
                var next = new PlattScaling(scaling.Scale + (step * direction.Scale), scaling.Shift + (step * direction.Shift));
                var nextLoss = next.Loss(margins, targets, target);
                if (nextLoss >= loss + (1e-4 * step * slope))
                    continue;
                (scaling, loss) = (next, nextLoss);
                break;
            }

            if (step < SmallestStep)
                break;
        }

        return scaling;
    }

    /// <summary>The gradient of the loss and Newton's direction against it.</summary>
    private (double Scale, double Shift, (double Scale, double Shift) Direction) FindDirection(
        ReadOnlySpan<float> margins, ReadOnlySpan<sbyte> targets, (double Positive, double Negative) target)
    {
        double h11 = Ridge, h22 = Ridge, h21 = 0, scale = 0, shift = 0;
        for (var i = 0; i < margins.Length; i++)
        {
            double margin = margins[i];
            var p = Probability(margin);
            var curvature = p * (1 - p);
            var residual = p - (targets[i] > 0 ? target.Positive : target.Negative);
            h11 += margin * margin * curvature;
            h21 += margin * curvature;
            h22 += curvature;
            scale += margin * residual;
            shift += residual;
        }

        var determinant = (h11 * h22) - (h21 * h21);
        return (scale, shift, (-((h22 * scale) - (h21 * shift)) / determinant, -((h11 * shift) - (h21 * scale)) / determinant));
    }

    /// <summary>The cross-entropy, in the form that neither overflows nor cancels.</summary>
    private double Loss(ReadOnlySpan<float> margins, ReadOnlySpan<sbyte> targets, (double Positive, double Negative) target)
    {
        double loss = 0;
        for (var i = 0; i < margins.Length; i++)
        {
            var logit = (Scale * margins[i]) + Shift;
            var t = targets[i] > 0 ? target.Positive : target.Negative;
            loss += Math.Max(logit, 0) - (t * logit) + Math.Log(1 + Math.Exp(-Math.Abs(logit)));
        }

        return loss;
    }
}
