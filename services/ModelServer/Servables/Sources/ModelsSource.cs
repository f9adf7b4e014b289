using LabelPlatform.ModelsConfig;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Servables.Sources;

/// <summary>Which models there are: those of <c>models.config</c>, or the one of the options.</summary>
internal sealed class ModelsSource(IOptions<ModelServerOptions> options)
{
    private string? _text;

    /// <returns>The models, or null when they are those of the last time.</returns>
    /// <exception cref="InvalidDataException">The file is damaged; the message names it and the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<ConfiguredModel>? Read()
    {
        var path = options.Value.ModelConfigFile;
        var text = string.IsNullOrWhiteSpace(path) ? "" : TextProtoFile.Read(path);
        if (text == _text)
            return null;
        var models = string.IsNullOrWhiteSpace(path) ? [SingleModel()] : TextProtoFile.Interpret(path, text, config => ModelsConfigReader.Read(config));
        // Not before it was understood: a bad file is bad until it is mended, not only when it is new.
        _text = text;
        return models;
    }

    private ConfiguredModel SingleModel() => new(options.Value.ModelName, Path.GetFullPath(options.Value.ModelBasePath!), VersionPolicy.Default);
}
