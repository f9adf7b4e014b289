using System.Text.Json;
using System.Text.Json.Nodes;
using LabelPlatform.Testing;
using LabelPlatform.Trainer.Commands;

namespace LabelPlatform.Tests.Trainer;

/// <summary>A job in a folder of its own: the model of 游戏, from <see cref="TopicSentences"/>.</summary>
internal sealed class TrainerJob : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labelplatform-job-").FullName;

    public TrainerJob()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "models"));
        WriteDataset("text,label\n" + string.Concat(TopicSentences.All().Select(sentence => $"{sentence.Text},{sentence.Topic}\n")));
        Json = new JsonObject
        {
            ["label"] = "游戏",
            ["model"] = "game",
            ["version"] = 7,
            ["dataset"] = Path.Combine(_folder, "dataset"),
            ["format"] = "csv",
            ["featureTable"] = Path.Combine(_folder, "features.bin"),
            ["output"] = Path.Combine(_folder, "models", "7"),
        };
    }

    /// <summary>The job; members may be changed.</summary>
    public JsonObject Json { get; }

    /// <summary>The folder of the version.</summary>
    public string Output => Json["output"]!.GetValue<string>();

    /// <summary>What lies where versions are left.</summary>
    public IEnumerable<string> Versions => Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "models"));

    public void WriteDataset(string text) => File.WriteAllText(Path.Combine(_folder, "dataset"), text);

    public void WriteFeatureTable(string text) => File.WriteAllText(Path.Combine(_folder, "features.bin"), text);

    /// <summary>Does the job as the process would.</summary>
    public (int ExitCode, JsonNode[] Progress) Run() => Run(TrainCommand.Run);

    /// <summary>Evaluates the version as the process would.</summary>
    public (int ExitCode, JsonNode[] Progress) Evaluate() => Run(EvaluateCommand.Run);

    /// <summary>The manifest of the version.</summary>
    public JsonElement Manifest()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Output, "assets.extra", "labelplatform", "model.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Writes another member into the manifest of the version.</summary>
    public void WriteManifest(string member, JsonNode value)
    {
        var path = Path.Combine(Output, "assets.extra", "labelplatform", "model.json");
        var manifest = JsonNode.Parse(File.ReadAllBytes(path))!;
        manifest[member] = value;
        File.WriteAllText(path, manifest.ToJsonString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int ExitCode, JsonNode[] Progress) Run(Func<string, TextWriter, TextWriter, CancellationToken, int> command)
    {
        var path = Path.Combine(_folder, "job.json");
        File.WriteAllText(path, Json.ToJsonString());
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = command(path, output, error, CancellationToken.None);
        return (exitCode, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)]);
    }
}
