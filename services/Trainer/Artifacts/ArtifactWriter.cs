using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.TextClassification.Linear;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Training;

namespace LabelPlatform.Trainer.Artifacts;

/// <summary>Writes a version: the SavedModel, and beside it the manifest and the feature table. Nobody sees half of one.</summary>
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
        var served = trained.Model.ToServedTable(trained.Table);
        SavedModelWriter.Write(
            ClassifierModels.Linear(new Tensor<float>(new TensorShape(served.Length / 2, 2), served), trained.Model.Scale, trained.Model.Shift), folder);

        var extra = Directory.CreateDirectory(Path.Combine(folder, "assets.extra", "labelplatform")).FullName;
        using var table = new MemoryStream();
        FeatureTableFile.Write(table, trained.Table);
        WriteFlushed(Path.Combine(extra, "features.bin"), table.GetBuffer().AsSpan(0, (int)table.Length));
        var hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(table.GetBuffer().AsSpan(0, (int)table.Length)));
        WriteFlushed(Path.Combine(extra, "model.json"), JsonSerializer.SerializeToUtf8Bytes(Manifest(job, trained, hash), Json));
    }

    private static object Manifest(TrainingJob job, TrainedModel trained, string tableHash) => new
    {
        job.Label,
        job.Model,
        job.Version,
        Network = "linear",
        Words = "base",
        Features = new { Ngrams = new[] { 1, 2 }, Words = true, Table = tableHash },
        trained.Threshold,
        Calibration = new { trained.Model.Calibration.Scale, trained.Model.Calibration.Shift },
        trained.Metrics,
        Dataset = trained.DatasetHash,
        Parameters = new { job.C, job.PositiveWeight },
        Trainer = typeof(ArtifactWriter).Assembly.GetName().Version?.ToString(3),
        job.Seed,
        CreatedAt = DateTime.UtcNow,
    };

    private static void WriteFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
