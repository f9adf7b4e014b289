using LabelPlatform.Trainer.Artifacts;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Progress;
using LabelPlatform.Trainer.Training;

namespace LabelPlatform.Trainer;

/// <summary>Trains one model: reads the job, tells how it goes in JSON lines, and leaves a version or nothing.</summary>
internal static class TrainCommand
{
    /// <returns>0, or 1 when there is no version; the last line then says why.</returns>
    public static int Run(string jobPath, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var progress = new ProgressWriter(output);
        try
        {
            var job = TrainingJobFile.Read(jobPath);
            var trained = ModelTraining.Run(job, progress, cancellation);
            ArtifactWriter.Write(job, trained);
            progress.Completed(trained.Metrics, job.Output);
            return 0;
        }
        catch (Exception exception) when (Reason(exception) is { } reason)
        {
            progress.Failed(reason);
            error.WriteLine(reason);
            return 1;
        }
    }

    // What whoever gave the job can mend; anything else is a defect and keeps its stack trace.
    private static string? Reason(Exception exception) => exception switch
    {
        TrainingException failure => failure.Message,
        OperationCanceledException => "The training was cancelled.",
        IOException or UnauthorizedAccessException => exception.Message,
        _ => null,
    };
}
