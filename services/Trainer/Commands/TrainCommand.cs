using LabelPlatform.Trainer.Artifacts;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Training;

namespace LabelPlatform.Trainer.Commands;

/// <summary>Trains one model: reads the job, tells how it goes in JSON lines, and leaves a version or nothing.</summary>
internal static class TrainCommand
{
    /// <returns>0, or 1 when there is no version; the last line then says why.</returns>
    public static int Run(string jobPath, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        JobCommand.Run(output, error, progress =>
        {
            var job = TrainingJobFile.Read(jobPath);
            if (Path.Exists(job.Output))
                throw new TrainingException($"{jobPath}: 'output' is there already: {job.Output}.");
            var trained = ModelTraining.Run(job, progress, cancellation);
            ArtifactWriter.Write(job, trained);
            progress.Completed(trained.Metrics, job.Output);
        });
}
