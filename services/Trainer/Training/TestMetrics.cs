using LabelPlatform.Contracts.Models;
using LabelPlatform.TextClassification.Evaluation;

namespace LabelPlatform.Trainer.Training;

/// <summary>Judges a model by test rows, which neither its weights nor its threshold have seen.</summary>
internal static class TestMetrics
{
    public static ModelMetrics Of(float[] probabilities, bool[] truths, double threshold)
    {
        var confusion = Confusion.Count(probabilities, truths, threshold);
        var ranking = new ScoreRanking(probabilities, truths);
        var auc = ranking.RocAuc();
        return new ModelMetrics(
            truths.Count(isPositive => isPositive),
            truths.Count(isPositive => !isPositive),
            confusion.Precision,
            confusion.Recall,
            confusion.F1,
            ranking.AveragePrecision(),
            double.IsNaN(auc) ? null : auc,
            new ReliabilityDiagram(probabilities, truths).ExpectedCalibrationError);
    }
}
