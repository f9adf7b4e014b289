using LabelPlatform.Contracts.Models;
using LabelPlatform.TextClassification.Splitting;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Progress;
using LabelPlatform.Trainer.Training;
using FeatureTables = LabelPlatform.ModelVersions.FeatureTables;

namespace LabelPlatform.Trainer.Evaluation;

/// <summary>Judges the version that a job has left, from whatever trainer, and the live version by the same rows.</summary>
internal static class VersionEvaluation
{
    /// <exception cref="TrainingException">The version cannot be used.</exception>
    public static (ModelMetrics Metrics, ModelMetrics? LiveMetrics) Run(TrainingJob job, ProgressWriter progress, CancellationToken cancellation)
    {
        progress.Stage("evaluation", 0.95);
        // What is wrong with the artifact shows before the dataset is read.
        var tables = new FeatureTables();
        var version = EvaluatedVersion.Load(job.Output, job.Model, job.Version, job.Label, tables);
        var rows = TrainingRows.Read(job);
        rows.Require(DatasetPart.Test, job.Label);
        var used = rows.Of(DatasetPart.Test);
        var texts = Array.ConvertAll(used, row => new EvaluatedText(rows.Texts[row]));
        var truths = Array.ConvertAll(used, rows.IsPositive);

        return (Judge(version), job.LiveVersion is { } live ? JudgeLive(live) : null);

        ModelMetrics Judge(EvaluatedVersion judged) => TestMetrics.Of(judged.Predict(texts, job.Threads, cancellation), truths, judged.Threshold);

        ModelMetrics? JudgeLive(string folder)
        {
            try
            {
                return Judge(EvaluatedVersion.LoadLive(folder, job.Model, job.Label, tables));
            }
            catch (TrainingException exception)
            {
                progress.Warned($"The live version is not judged. {exception.Message}");
                return null;
            }
        }
    }
}
