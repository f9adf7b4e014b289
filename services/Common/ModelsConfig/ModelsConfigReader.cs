using System.Globalization;

namespace LabelPlatform.ModelsConfig;

/// <summary>
/// Reads <c>models.config</c>, TensorFlow Serving's <c>ModelServerConfig</c> in protobuf's text format. Fields that we do not use
/// (logging, batching …) are skipped.
/// </summary>
public static class ModelsConfigReader
{
    /// <summary>Reads the models, in the order of the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="allowRelativePaths">Whether a relative <c>base_path</c>, an error otherwise, is left to the caller.</param>
    /// <exception cref="InvalidDataException">The text is not such a file; the message names the line.</exception>
    public static IReadOnlyList<ConfiguredModel> Read(ReadOnlySpan<char> text, bool allowRelativePaths = false)
    {
        var root = TextProtoParser.Parse(text);
        var models = new List<ConfiguredModel>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var config in Messages(root, "model_config_list").SelectMany(list => Messages(list.Fields!, "config")))
        {
            var model = ReadModel(config, allowRelativePaths);
            if (!names.Add(model.Name))
                throw Error(config, $"model '{model.Name}' is listed twice");
            models.Add(model);
        }

        return models;
    }

    private static ConfiguredModel ReadModel(TextProtoField config, bool allowRelativePaths)
    {
        var name = NonEmpty(config, "name") ?? throw Error(config, "a model has no name");
        var basePath = NonEmpty(config, "base_path") ?? throw Error(config, $"model '{name}' has no base_path");
        if (!allowRelativePaths && !Path.IsPathFullyQualified(basePath))
            throw Error(Single(config, "base_path")!, $"model '{name}' has the base_path '{basePath}', which is not absolute");
        if (NonEmpty(config, "model_platform") is { } platform and not "tensorflow")
            throw Error(config, $"model '{name}' is for the platform '{platform}', not for tensorflow");
        return new ConfiguredModel(name, basePath, ReadPolicy(config, name)) { VersionLabels = ReadLabels(config, name) };
    }

    private static VersionPolicy ReadPolicy(TextProtoField config, string name)
    {
        if (Message(config, "model_version_policy") is not { } policy)
            return VersionPolicy.Default;
        if (Message(policy, "specific") is { } specific)
            return new SpecificVersions(ReadVersions(specific, name));
        if (Message(policy, "all") is not null)
            return new AllVersions();
        var count = Message(policy, "latest") is { } latest ? Single(latest, "num_versions") : null;
        // TensorFlow Serving takes 0 for 1, too.
        return count is null ? VersionPolicy.Default : new LatestVersions((int)Math.Clamp(Number(count), 1, int.MaxValue));
    }

    private static long[] ReadVersions(TextProtoField specific, string name)
    {
        var versions = specific.Fields!.Where(field => field.Name == "versions").Select(Number).Distinct().ToArray();
        return versions.Length > 0 ? versions : throw Error(specific, $"model '{name}' has a policy 'specific' without versions");
    }

    private static Dictionary<string, long> ReadLabels(TextProtoField config, string name)
    {
        var labels = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in Messages(config.Fields!, "version_labels"))
        {
            var label = NonEmpty(entry, "key") ?? throw Error(entry, $"model '{name}' has a version label without a key");
            var version = Single(entry, "value") ?? throw Error(entry, $"model '{name}' has the version label '{label}' without a value");
            if (!labels.TryAdd(label, Number(version)))
                throw Error(entry, $"model '{name}' has the version label '{label}' twice");
        }

        return labels;
    }

    private static long Number(TextProtoField field) =>
        long.TryParse(field.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error(field, $"'{field.Scalar}' is not a number of {field.Name}");

    // In protobuf an empty string is one that is not there.
    private static string? NonEmpty(TextProtoField message, string name) => Scalar(message, name) is { Length: > 0 } text ? text : null;

    private static string? Scalar(TextProtoField message, string name) =>
        Single(message, name) is { } field ? field.Scalar ?? throw Error(field, $"'{name}' is a message, not a value") : null;

    private static TextProtoField? Message(TextProtoField message, string name) =>
        Single(message, name) is { } field ? RequireMessage(field) : null;

    private static IEnumerable<TextProtoField> Messages(IReadOnlyList<TextProtoField> fields, string name) =>
        fields.Where(field => field.Name == name).Select(RequireMessage);

    private static TextProtoField RequireMessage(TextProtoField field) =>
        field.Fields is not null ? field : throw Error(field, $"'{field.Name}' is a value, not a message");

    private static TextProtoField? Single(TextProtoField message, string name)
    {
        var fields = message.Fields!.Where(field => field.Name == name).ToArray();
        return fields.Length <= 1 ? fields.FirstOrDefault() : throw Error(fields[1], $"'{name}' is given twice");
    }

    private static InvalidDataException Error(TextProtoField field, string what) => new($"Line {field.Line}: {what}.");
}
