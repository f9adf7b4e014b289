using LabelPlatform.TextClassification.Evaluation;
using LabelPlatform.TextClassification.Splitting;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Progress;

namespace LabelPlatform.Trainer.Training;

/// <summary>Trains a model: weights on the training rows, the threshold on the validation rows, the metrics on the test rows.</summary>
internal static class ModelTraining
{
    /// <exception cref="TrainingException">The label cannot be learned from the dataset, or its goal not be reached.</exception>
    public static TrainedModel Run(TrainingJob job, ProgressWriter progress, CancellationToken cancellation)
    {
        progress.Stage("reading", 0);
        var rows = TrainingRows.Read(job);
        foreach (var part in Enum.GetValues<DatasetPart>())
            rows.Require(part, job.Label);
        ITrainedNetwork network = job.Network == Network.Linear
            ? LinearTraining.Run(job, rows, progress, cancellation)
            : EmbeddingTraining.Run(job, rows, progress, cancellation);

        progress.Stage("evaluation", 0.9);
        var (validation, test) = (rows.Of(DatasetPart.Validation), rows.Of(DatasetPart.Test));
        var threshold = ChooseThreshold(job, new ScoreRanking(Predict(validation), Array.ConvertAll(validation, rows.IsPositive)));
        var metrics = TestMetrics.Of(Predict(test), Array.ConvertAll(test, rows.IsPositive), threshold);
        return new TrainedModel(network, rows.Hash, threshold, metrics);

        float[] Predict(int[] used) => network.Predict(Array.ConvertAll(used, row => rows.Texts[row]), job.Threads);
    }

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
