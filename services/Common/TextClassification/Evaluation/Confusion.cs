namespace LabelPlatform.TextClassification.Evaluation;

/// <summary>How often a decision was right and wrong. Ratios of nothing are 0, as in scikit-learn.</summary>
/// <param name="TruePositives">Positives found.</param>
/// <param name="FalsePositives">Negatives taken for positives.</param>
/// <param name="FalseNegatives">Positives missed.</param>
/// <param name="TrueNegatives">Negatives left alone.</param>
public readonly record struct Confusion(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>The part of what was found that is right.</summary>
    public double Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>The part of the positives that was found.</summary>
    public double Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Ratio(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The part of the decisions that is right.</summary>
    public double Accuracy => Ratio(TruePositives + TrueNegatives, TruePositives + FalsePositives + FalseNegatives + TrueNegatives);

    /// <summary>Counts the decisions of a threshold: a score of at least as much is a positive.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="positives">For each whether it is one.</param>
    /// <param name="threshold">The threshold.</param>
    public static Confusion Count(ReadOnlySpan<float> scores, ReadOnlySpan<bool> positives, double threshold)
    {
        if (scores.Length != positives.Length)
            throw new ArgumentException($"There are {scores.Length} scores and {positives.Length} truths.", nameof(positives));

        int truePositives = 0, falsePositives = 0, falseNegatives = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var found = scores[i] >= threshold;
            truePositives += found && positives[i] ? 1 : 0;
            falsePositives += found && !positives[i] ? 1 : 0;
            falseNegatives += !found && positives[i] ? 1 : 0;
        }

        return new Confusion(truePositives, falsePositives, falseNegatives, scores.Length - truePositives - falsePositives - falseNegatives);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
