using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Testing;

/// <summary>A folder of model artifacts with their <c>models.config</c>, as TrainingScheduler leaves it; deleted with all it holds.</summary>
internal sealed class ModelFolder(string root) : IDisposable
{
    public ModelFolder()
        : this(Directory.CreateTempSubdirectory("labelplatform-models-").FullName)
    {
    }

    /// <summary>The path of <c>models.config</c>.</summary>
    public string Config => Path.Combine(root, "models.config");

    /// <summary>The folder of a model's versions.</summary>
    public string BasePath(string model) => Path.Combine(root, model);

    /// <summary>The folder of our files beside an artifact.</summary>
    public string Extra(string model, long version) =>
        Path.Combine(BasePath(model), version.ToString(CultureInfo.InvariantCulture), "assets.extra", "labelplatform");

    /// <summary>Adds a version of an embedding model.</summary>
    public void AddVersion(
        string model,
        long version,
        string label,
        IEnumerable<string> words,
        IEnumerable<KeyValuePair<IReadOnlyList<int>, int>>? ngrams = null,
        EmbeddingFeatureOptions? options = null,
        double? threshold = null,
        string network = "embedding",
        string wordSource = "kept")
    {
        var folder = Directory.CreateDirectory(Extra(model, version)).FullName;
        VocabularyFile.Write(Path.Combine(folder, "vocabulary.txt"), words);
        NgramFile.Write(Path.Combine(folder, "ngrams.tsv"), ngrams ?? []);
        options ??= new EmbeddingFeatureOptions(Cutlen: 3, NgramRange: 1, MaxFeatures: 10, Maxlen: 3);
        var manifest = new Dictionary<string, object?>
        {
            ["label"] = label,
            ["model"] = model,
            ["version"] = version,
            ["network"] = network,
            ["words"] = wordSource,
            ["features"] = new { cutlen = options.Cutlen, ngramRange = options.NgramRange, maxFeatures = options.MaxFeatures, maxlen = options.Maxlen },
            ["metrics"] = new { f1 = 0.86 },
        };
        if (threshold is not null)
            manifest["threshold"] = threshold;
        File.WriteAllText(Path.Combine(folder, "model.json"), JsonSerializer.Serialize(manifest));
    }

    /// <summary>Adds a version of a linear model.</summary>
    public void AddLinearVersion(string model, long version, string label, FeatureTable table, string? hash = null, string wordSource = "base")
    {
        var folder = Directory.CreateDirectory(Extra(model, version)).FullName;
        var path = Path.Combine(folder, "features.bin");
        FeatureTableFile.Write(path, table);
        hash ??= "sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        var manifest = new { label, model, version, network = "linear", words = wordSource, features = new { ngrams = new[] { 1, 2 }, words = true, table = hash } };
        File.WriteAllText(Path.Combine(folder, "model.json"), JsonSerializer.Serialize(manifest));
    }

    /// <summary>Writes <c>models.config</c>, replacing it at once.</summary>
    public void WriteConfig(params IEnumerable<(string Model, long[] Versions)> models)
    {
        var configs = models.Select(model =>
            $$"""
                config {
                  name: "{{model.Model}}"
                  base_path: "{{BasePath(model.Model)}}"
                  model_platform: "tensorflow"
                  model_version_policy { specific { {{string.Join(' ', model.Versions.Select(version => $"versions: {version}"))}} } }
                }
              """);
        WriteConfig($"model_config_list {{\n{string.Join('\n', configs)}\n}}\n");
    }

    /// <summary>Writes <c>models.config</c>, replacing it at once.</summary>
    public void WriteConfig(string text)
    {
        File.WriteAllText(Config + ".new", text);
        File.Move(Config + ".new", Config, overwrite: true);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
