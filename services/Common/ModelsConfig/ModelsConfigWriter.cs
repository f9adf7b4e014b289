using System.Globalization;
using System.Text;

namespace LabelPlatform.ModelsConfig;

/// <summary>Writes <c>models.config</c> as <see cref="ModelsConfigReader"/> and TensorFlow Serving read it.</summary>
public static class ModelsConfigWriter
{
    /// <summary>The file of some models.</summary>
    /// <param name="models">They come in this order.</param>
    public static string Write(IEnumerable<ConfiguredModel> models)
    {
        var text = new StringBuilder("model_config_list {\n");
        foreach (var model in models)
        {
            text.Append("  config {\n");
            text.Append(CultureInfo.InvariantCulture, $"    name: {Quote(model.Name)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    base_path: {Quote(model.BasePath)}\n");
            text.Append("    model_platform: \"tensorflow\"\n");
            text.Append(CultureInfo.InvariantCulture, $"    model_version_policy {{ {Policy(model.VersionPolicy)} }}\n");
            foreach (var (label, version) in model.VersionLabels.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"    version_labels {{ key: {Quote(label)} value: {version} }}\n");
            text.Append("  }\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Policy(VersionPolicy policy) => policy switch
    {
        SpecificVersions specific =>
            $"specific {{ {string.Join(' ', specific.Versions.Select(version => string.Create(CultureInfo.InvariantCulture, $"versions: {version}")))} }}",
        LatestVersions latest => string.Create(CultureInfo.InvariantCulture, $"latest {{ num_versions: {latest.Count} }}"),
        _ => "all { }",
    };

    private static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
