using LabelPlatform.Trainer.Evaluation;
using LabelPlatform.Trainer.Jobs;

namespace LabelPlatform.Trainer.Commands;

/// <summary>Judges the version that a job has left, and the live one by the same rows.</summary>
internal static class EvaluateCommand
{
    /// <returns>0, or 1 when the version cannot be used; the last line then says why.</returns>
    public static int Run(string jobPath, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        JobCommand.Run(output, error, progress =>
        {
            var (metrics, liveMetrics) = VersionEvaluation.Run(TrainingJobFile.Read(jobPath), progress, cancellation);
            progress.Evaluated(metrics, liveMetrics);
        });
}
