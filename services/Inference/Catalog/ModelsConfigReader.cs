using System.Globalization;

namespace LabelPlatform.Inference.Catalog;

/// <summary>
/// Reads <c>models.config</c>, TensorFlow Serving's <c>ModelServerConfig</c> in protobuf's text format. Fields that we do not use
/// (logging, labels, batching …) are skipped.
/// </summary>
internal static class ModelsConfigReader
{
    /// <exception cref="InvalidDataException">The text is not such a file; the message names the line.</exception>
    public static IReadOnlyList<ConfiguredModel> Read(ReadOnlySpan<char> text)
    {
        var root = TextProtoParser.Parse(text);
        var models = new List<ConfiguredModel>();
        foreach (var config in Messages(root, "model_config_list").SelectMany(list => Messages(list.Fields!, "config")))
        {
            var model = ReadModel(config);
            if (models.Exists(other => other.Name == model.Name))
                throw Error(config, $"model '{model.Name}' is listed twice");
            models.Add(model);
        }

        return models;
    }

    private static ConfiguredModel ReadModel(TextProtoField config)
    {
        var name = Scalar(config, "name") ?? throw Error(config, "a model has no name");
        var basePath = Scalar(config, "base_path") ?? throw Error(config, $"model '{name}' has no base_path");
        if (Scalar(config, "model_platform") is { } platform and not "tensorflow")
            throw Error(config, $"model '{name}' is for the platform '{platform}', not for tensorflow");
        if (Message(config, "model_version_policy") is not { } policy)
            return new ConfiguredModel(name, basePath, []);
        if (Message(policy, "specific") is { } specific)
            return new ConfiguredModel(name, basePath, ReadVersions(specific, name));
        if (Message(policy, "all") is not null)
            return new ConfiguredModel(name, basePath, [], int.MaxValue);
        var latest = Message(policy, "latest") is { } message ? Scalar(message, "num_versions") : null;
        return new ConfiguredModel(name, basePath, [], latest is null ? 1 : (int)Math.Clamp(Number(policy, latest), 1, int.MaxValue));
    }

    private static long[] ReadVersions(TextProtoField specific, string name)
    {
        var versions = specific.Fields!.Where(field => field.Name == "versions").Select(field => Number(field, field.Scalar)).Distinct().ToArray();
        return versions.Length > 0 ? versions : throw Error(specific, $"model '{name}' has a policy 'specific' without versions");
    }

    private static long Number(TextProtoField field, string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error(field, $"'{text}' is not a number of {field.Name}");

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
