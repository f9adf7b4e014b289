namespace LabelPlatform.TextClassification.Evaluation;

/// <summary>
/// Examples in the order of their scores, best first, and what follows from it. Equal scores are one step: no threshold can part them.
/// Immutable.
/// </summary>
public sealed class ScoreRanking
{
    // For each distinct score, falling: how many positives and negatives have at least as much.
    private readonly List<(float Score, int Positives, int Negatives)> _steps = [];
    private readonly int _positives;
    private readonly int _negatives;

    /// <summary>Ranks examples.</summary>
    /// <param name="scores">Their scores; not NaN.</param>
    /// <param name="positives">For each whether it is a positive.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public ScoreRanking(ReadOnlySpan<float> scores, ReadOnlySpan<bool> positives)
    {
        if (scores.Length != positives.Length)
            throw new ArgumentException($"There are {scores.Length} scores and {positives.Length} truths.", nameof(positives));

        float[] sorted = [.. scores];
        bool[] truths = [.. positives];
        Array.Sort(sorted, truths);
        if (sorted is [float.NaN, ..])
            throw new ArgumentException("A score is NaN.", nameof(scores));

        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            _positives += truths[i] ? 1 : 0;
            _negatives += truths[i] ? 0 : 1;
            if (i == 0 || sorted[i] != sorted[i - 1])
                _steps.Add((sorted[i], _positives, _negatives));
        }
    }

    /// <summary>
    /// The mean of the precisions at each positive: Σ (recall − recall before) · precision, without interpolation. 0 when there is no positive.
    /// </summary>
    public double AveragePrecision()
    {
        double sum = 0;
        var before = 0;
        foreach (var (_, positives, negatives) in _steps)
        {
            sum += (positives - before) * ((double)positives / (positives + negatives));
            before = positives;
        }

        return _positives == 0 ? 0 : sum / _positives;
    }

    /// <summary>
    /// The area under the ROC curve: how probably a positive scores more than a negative, equal scores counting half. NaN when either is missing.
    /// </summary>
    public double RocAuc()
    {
        double area = 0;
        var (positivesBefore, negativesBefore) = (0, 0);
        foreach (var (_, positives, negatives) in _steps)
        {
            area += (double)(negatives - negativesBefore) * (positives + positivesBefore) / 2;
            (positivesBefore, negativesBefore) = (positives, negatives);
        }

        return area / ((double)_positives * _negatives);
    }

    /// <summary>The threshold of the highest F1; of several the highest. Null when there is no positive.</summary>
    public OperatingPoint? FindBestF1() => _positives == 0 ? null : Enumerable.Range(0, _steps.Count).Select(At).MaxBy(point => point.Confusion.F1);

    /// <summary>The threshold of the highest recall whose precision is at least as wanted, or null.</summary>
    public OperatingPoint? FindForPrecision(double precision)
    {
        for (var step = _steps.Count - 1; step >= 0; step--)
        {
            if (At(step) is { Confusion.TruePositives: > 0 } point && point.Confusion.Precision >= precision)
                return point;
        }

        return null;
    }

    /// <summary>The highest threshold whose recall is at least as wanted, or null. It has not always the highest precision.</summary>
    public OperatingPoint? FindForRecall(double recall)
    {
        for (var step = 0; step < _steps.Count; step++)
        {
            if (At(step) is { Confusion.TruePositives: > 0 } point && point.Confusion.Recall >= recall)
                return point;
        }

        return null;
    }

    private OperatingPoint At(int step)
    {
        var (score, positives, negatives) = _steps[step];
        var threshold = step + 1 < _steps.Count ? ((double)score + _steps[step + 1].Score) / 2 : score;
        return new OperatingPoint(threshold, new Confusion(positives, negatives, _positives - positives, _negatives - negatives));
    }
}
