using LabelPlatform.TextClassification.Evaluation;

namespace LabelPlatform.Trainer.Training;

/// <summary>How good a model is on test rows, which neither its weights nor its threshold have seen.</summary>
internal sealed record ModelMetrics
{
    public required int Positives { get; init; }

    public required int Negatives { get; init; }

    public required double Precision { get; init; }

    public required double Recall { get; init; }

    public required double F1 { get; init; }

    public required double AveragePrecision { get; init; }

    /// <summary>Null when there are rows of one side only.</summary>
    public required double? RocAuc { get; init; }

    public required double ExpectedCalibrationError { get; init; }

    public static ModelMetrics Of(float[] probabilities, bool[] truths, double threshold)
    {
        var confusion = Confusion.Count(probabilities, truths, threshold);
        var ranking = new ScoreRanking(probabilities, truths);
        var auc = ranking.RocAuc();
        return new ModelMetrics
        {
            Positives = truths.Count(isPositive => isPositive),
            Negatives = truths.Count(isPositive => !isPositive),
            Precision = confusion.Precision,
            Recall = confusion.Recall,
            F1 = confusion.F1,
            AveragePrecision = ranking.AveragePrecision(),
            RocAuc = double.IsNaN(auc) ? null : auc,
            ExpectedCalibrationError = new ReliabilityDiagram(probabilities, truths).ExpectedCalibrationError,
        };
    }
}
