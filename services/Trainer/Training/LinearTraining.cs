using LabelPlatform.TextClassification.Evaluation;
using LabelPlatform.TextClassification.Linear;
using LabelPlatform.TextClassification.Splitting;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Progress;

namespace LabelPlatform.Trainer.Training;

/// <summary>Trains a <c>linear</c> model: weights on the training rows, the threshold on the validation rows, the metrics on the test rows.</summary>
internal static class LinearTraining
{
    /// <exception cref="TrainingException">The label cannot be learned from the dataset, or its goal not be reached.</exception>
    public static TrainedModel Run(TrainingJob job, ProgressWriter progress, CancellationToken cancellation)
    {
        progress.Stage("reading", 0);
        var rows = TrainingRows.Read(job);

        progress.Stage("features", 0.1);
        var table = FeatureTables.GetOrBuild(job.FeatureTable, rows);
        var features = new LinearFeatures(table);

        progress.Stage("training", 0.4);
        var training = rows.Of(DatasetPart.Training);
        var options = new LinearTrainerOptions { C = job.C, PositiveWeight = job.PositiveWeight, Seed = job.Seed };
        var model = new LinearTrainer(Vectors(features, rows, training, job.Threads), options)
            .Train(Array.ConvertAll(training, row => (sbyte)(rows.IsPositive(row) ? 1 : -1)), job.Threads, cancellation);

        progress.Stage("evaluation", 0.9);
        var (validation, test) = (Predict(DatasetPart.Validation), Predict(DatasetPart.Test));
        var threshold = ChooseThreshold(job, new ScoreRanking(validation.Probabilities, validation.Truths));
        return new TrainedModel(model, table, rows.Hash, threshold, ModelMetrics.Of(test.Probabilities, test.Truths, threshold));

        (float[] Probabilities, bool[] Truths) Predict(DatasetPart part)
        {
            var used = rows.Of(part);
            var vectors = Vectors(features, rows, used, job.Threads);
            return ([.. Enumerable.Range(0, used.Length).Select(row => (float)model.Probability(vectors, row))], Array.ConvertAll(used, rows.IsPositive));
        }
    }

    private static FeatureRows Vectors(LinearFeatures features, TrainingRows rows, int[] used, int threads) =>
        FeatureRows.Create(features, Array.ConvertAll(used, row => rows.Texts[row]), threads);

    private static double ChooseThreshold(TrainingJob job, ScoreRanking ranking)
    {
        var point = job.Goal switch
        {
            ThresholdGoal.Precision => ranking.FindForPrecision(job.GoalValue),
            ThresholdGoal.Recall => ranking.FindForRecall(job.GoalValue),
            _ => ranking.FindBestF1(),
        };
        return point?.Threshold ?? throw new TrainingException(
            $"No threshold has a {job.Goal.ToString().ToLowerInvariant()} of {job.GoalValue} on the validation rows; ask for less, or add rows.");
    }
}
