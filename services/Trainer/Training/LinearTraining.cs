using LabelPlatform.TextClassification.Linear;
using LabelPlatform.TextClassification.Splitting;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Progress;

namespace LabelPlatform.Trainer.Training;

/// <summary>Trains a <c>linear</c> model.</summary>
internal static class LinearTraining
{
    public static TrainedLinear Run(TrainingJob job, TrainingRows rows, ProgressWriter progress, CancellationToken cancellation)
    {
        progress.Stage("features", 0.1);
        var table = FeatureTables.GetOrBuild(job.FeatureTable, rows, cancellation);
        var used = rows.Of(DatasetPart.Training);
        var vectors = FeatureRows.Create(new LinearFeatures(table), Array.ConvertAll(used, row => rows.Texts[row]), job.Threads);

        progress.Stage("training", 0.4);
        var options = new LinearTrainerOptions { C = job.C, PositiveWeight = job.PositiveWeight, Seed = job.Seed };
        var targets = Array.ConvertAll(used, row => (sbyte)(rows.IsPositive(row) ? 1 : -1));
        return new TrainedLinear(new LinearTrainer(vectors, options).Train(targets, job.Threads, cancellation), table);
    }
}
