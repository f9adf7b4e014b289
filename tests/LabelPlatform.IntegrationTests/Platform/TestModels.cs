using System.Globalization;
using System.Text.Json;
using LabelPlatform.IntegrationTests.Infrastructure;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>
/// A <c>models.config</c> with manifests and feature tables, as training leaves them; the artifacts themselves are the model servers' matter.
/// </summary>
public sealed class TestModels : IDisposable
{
    /// <summary>The version of each of them.</summary>
    public const long Version = 1764200000;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _settings;

    /// <param name="models">Each model's name, its label, and the address of its server.</param>
    public TestModels(params (string Model, string Label, string Url)[] models)
    {
        var config = string.Concat(models.Select(model => Write(model.Model, model.Label)));
        _settings = new Dictionary<string, string?>
        {
            ["Inference__ModelsConfig"] = _folder.File("models.config", $"model_config_list {{\n{config}}}\n"),
            // A test's deadline decides how long is waited.
            ["Inference__ModelTimeoutMs"] = "60000",
        };
        for (var i = 0; i < models.Length; i++)
        {
            _settings[string.Create(CultureInfo.InvariantCulture, $"Inference__Servers__{i}__Url")] = models[i].Url;
            _settings[string.Create(CultureInfo.InvariantCulture, $"Inference__Servers__{i}__Models")] = models[i].Model;
        }
    }

    /// <summary>The settings that point Inference to the models.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _settings;

    public void Dispose() => _folder.Dispose();

    private string Write(string model, string label)
    {
        var basePath = Path.Combine(_folder.Path, model);
        var assets = _folder.Folder(Path.Combine(model, Version.ToString(CultureInfo.InvariantCulture), "assets.extra", "labelplatform"));
        File.WriteAllText(Path.Combine(assets, "vocabulary.txt"), "香蕉\n苹果\n");
        File.WriteAllText(Path.Combine(assets, "ngrams.tsv"), "1\t2\t11\n");
        File.WriteAllText(Path.Combine(assets, "model.json"), JsonSerializer.Serialize(new
        {
            label,
            model,
            version = Version,
            network = "embedding",
            words = "kept",
            features = new { cutlen = 4, ngramRange = 2, maxFeatures = 10, maxlen = 7 },
            threshold = 0.5,
        }));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  config {{ name: \"{model}\" base_path: \"{basePath}\" model_platform: \"tensorflow\" model_version_policy {{ specific {{ versions: {Version} }} }} }}\n");
    }
}
