using System.Text.Json;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>The folders of versions. One is put in place by renaming it, so that nobody sees half of one.</summary>
internal sealed class ModelArtifacts(TrainingFolders folders)
{
    private const string Model = "saved_model.pb";
    private static readonly string Manifest = Path.Combine("assets.extra", "labelplatform", "model.json");

    /// <summary>Moves a version from its attempt's folder to its model's; once it is there, again changes nothing.</summary>
    /// <exception cref="InvalidDataException">What the attempt left is no version of the model.</exception>
    public void PutInPlace(Guid jobId, long token, string model, string label, long version)
    {
        var target = folders.VersionOf(model, version);
        if (Directory.Exists(target))
            return;
        var source = Path.Combine(folders.StagingOf(jobId, token), Path.GetFileName(target));
        if (!File.Exists(Path.Combine(source, Model)))
            throw new InvalidDataException($"The trainer left no {Model} in {source}.");
        CheckManifest(Path.Combine(source, Manifest), model, label, version);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            Flush(file);
        Directory.CreateDirectory(folders.BasePathOf(model));
        Directory.Move(source, target);
    }

    private static void CheckManifest(string path, string model, string label, long version)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = manifest.RootElement;
            if (root.GetProperty("model").GetString() != model || root.GetProperty("label").GetString() != label || root.GetProperty("version").GetInt64() != version)
                throw new InvalidDataException($"{path} is of another version; its model, label and version have to be '{model}', '{label}' and {version}.");
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static void Flush(string path)
    {
        // For reading, because a trainer of another user may have left it.
        using var file = File.OpenHandle(path);
        RandomAccess.FlushToDisk(file);
    }
}
