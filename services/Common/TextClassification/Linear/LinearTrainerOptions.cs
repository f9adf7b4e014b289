namespace LabelPlatform.TextClassification.Linear;

/// <summary>How a <c>linear</c> model is trained.</summary>
public sealed record LinearTrainerOptions
{
    /// <summary>The price of an example's loss against the size of the weights: liblinear's C.</summary>
    public double C { get; init; } = 0.5;

    /// <summary>How many times the price of a negative a positive costs; 1 leaves the natural ratio as it is.</summary>
    public double PositiveWeight { get; init; } = 1;

    /// <summary>When to stop: the largest difference of projected gradients that a pass may have left.</summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>Passes over the rows after which training ends, converged or not.</summary>
    public int MaxPasses { get; init; } = 1000;

    /// <summary>Parts of the cross-validation that the probabilities are calibrated on; 0 leaves the margins uncalibrated.</summary>
    public int CalibrationFolds { get; init; } = 3;

    /// <summary>Keeps only so many weights, the heaviest; null keeps all.</summary>
    public int? MaxWeights { get; init; }

    /// <summary>Seed of the orders in which rows are visited, and of the folds.</summary>
    public long Seed { get; init; } = 1;
}
