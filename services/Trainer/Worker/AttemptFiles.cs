using System.Globalization;
using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Jobs;

namespace LabelPlatform.Trainer.Worker;

/// <summary>The folder of an attempt.</summary>
/// <param name="Folder">Its path.</param>
/// <param name="Output">The folder in it that the version is to be left in.</param>
internal sealed record AttemptFiles(string Folder, string Output)
{
    /// <summary>What the trainer is told.</summary>
    public string Job => Path.Combine(Folder, "job.json");

    /// <summary>Makes the folder and writes the job into it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static AttemptFiles Create(TrainingOrder order, int threads)
    {
        var folder = Directory.CreateDirectory(order.Folder).FullName;
        var files = new AttemptFiles(folder, Path.Combine(folder, order.Version.ToString(CultureInfo.InvariantCulture)));
        TrainingJobFile.Write(files.Job, TrainingOrders.ToJob(order, files.Output, threads));
        return files;
    }

    public AttemptLog OpenLog() => new(Path.Combine(Folder, "log.txt"));
}
