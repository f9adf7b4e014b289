namespace LabelPlatform.TextClassification.Evaluation;

/// <summary>Whether probabilities are what they say: bins of equal width over 0 to 1.</summary>
public sealed class ReliabilityDiagram
{
    /// <summary>The usual number of bins.</summary>
    public const int DefaultBins = 10;

    /// <summary>Sorts examples into bins; an upper edge belongs to the bin above it, 1 to the last one.</summary>
    /// <param name="probabilities">Their probabilities.</param>
    /// <param name="positives">For each whether it is a positive.</param>
    /// <param name="bins">The number of bins.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is not between 0 and 1.</exception>
    public ReliabilityDiagram(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> positives, int bins = DefaultBins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (probabilities.Length != positives.Length)
            throw new ArgumentException($"There are {probabilities.Length} probabilities and {positives.Length} truths.", nameof(positives));
        var sums = new (int Count, double Probability, int Positives)[bins];
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] is not (>= 0 and <= 1))
                throw new ArgumentException($"Probability {i} is {probabilities[i]}.", nameof(probabilities));
            ref var bin = ref sums[Math.Min((int)((double)probabilities[i] * bins), bins - 1)];
            bin = (bin.Count + 1, bin.Probability + probabilities[i], bin.Positives + (positives[i] ? 1 : 0));
        }

        Bins = Array.ConvertAll(sums, bin =>
            bin.Count == 0 ? default : new ReliabilityBin(bin.Count, bin.Probability / bin.Count, (double)bin.Positives / bin.Count));
    }

    /// <summary>The bins, from the lowest probabilities to the highest.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>
    /// The expected calibration error: the mean over the examples of how far the bin's mean probability is from its ratio of positives.
    /// </summary>
    public double ExpectedCalibrationError
    {
        get
        {
            var count = Bins.Sum(bin => bin.Count);
            return count == 0 ? 0 : Bins.Sum(bin => bin.Count * Math.Abs(bin.MeanProbability - bin.PositiveRatio)) / count;
        }
    }
}
