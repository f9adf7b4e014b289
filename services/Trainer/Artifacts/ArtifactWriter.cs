using System.Text.Encodings.Web;
using System.Text.Json;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Training;

namespace LabelPlatform.Trainer.Artifacts;

/// <summary>Writes a version: the SavedModel, and beside it the manifest and the feature tables. Nobody sees half of one.</summary>
internal static class ArtifactWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void Write(TrainingJob job, TrainedModel trained)
    {
        var output = Path.GetFullPath(job.Output);
        // No number, so that a server which looks at the folder above leaves it alone.
        var staging = Path.Combine(Path.GetDirectoryName(output)!, $".{Path.GetFileName(output)}.{Guid.NewGuid():n}");
        try
        {
            WriteFiles(job, trained, staging);
            Directory.Move(staging, output);
        }
        catch
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
            throw;
        }
    }

    private static void WriteFiles(TrainingJob job, TrainedModel trained, string folder)
    {
        SavedModelWriter.Write(trained.Network.ToSavedModel(), folder);
        var extra = Directory.CreateDirectory(Path.Combine(folder, "assets.extra", "labelplatform")).FullName;
        var features = trained.Network.WriteFeatures(extra);
        FlushedFile.Write(Path.Combine(extra, "model.json"), JsonSerializer.SerializeToUtf8Bytes(Manifest(job, trained, features), Json));
    }

    private static object Manifest(TrainingJob job, TrainedModel trained, object features) => new
    {
        job.Label,
        job.Model,
        job.Version,
        Network = job.Network.ToString().ToLowerInvariant(),
        Words = "base",
        Features = features,
        trained.Threshold,
        trained.Metrics,
        Dataset = trained.DatasetHash,
        Parameters = new { job.C, job.PositiveWeight, job.Epochs },
        Trainer = typeof(ArtifactWriter).Assembly.GetName().Version?.ToString(3),
        job.Seed,
        CreatedAt = DateTime.UtcNow,
    };
}
