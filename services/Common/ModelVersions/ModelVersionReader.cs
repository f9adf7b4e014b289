using System.Text.Json;
using System.Text.Json.Serialization;
using LabelPlatform.TextClassification;

namespace LabelPlatform.ModelVersions;

/// <summary>Reads what lies beside an artifact in <c>assets.extra/labelplatform</c>: the manifest and the feature tables.</summary>
/// <param name="tables">The tables that models share.</param>
public sealed class ModelVersionReader(FeatureTables tables)
{
    private const long MaxManifestBytes = 1 << 20;
    private const long MaxTableBytes = 256 << 20;

    private static readonly string[] Names = ["model.json", "vocabulary.txt", "ngrams.tsv", "features.bin"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>The files that make up a version; a change of one means reading it again.</summary>
    public static IReadOnlyList<string> Files(string versionPath)
    {
        var folder = Path.Combine(versionPath, "assets.extra", "labelplatform");
        return Array.ConvertAll(Names, name => Path.Combine(folder, name));
    }

    /// <exception cref="InvalidDataException">Something of the version cannot be used; the message says what.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public ModelVersion Read(string model, long version, string versionPath)
    {
        var files = Files(versionPath);
        var manifest = ReadManifest(files[0]);
        Check(manifest, model, version);
        IModelFeatures features = manifest.Network switch
        {
            "embedding" => ReadEmbedding(manifest, files[1], files[2]),
            "linear" => ReadLinear(manifest, files[3]),
            _ => throw new InvalidDataException($"its network '{manifest.Network}' is not supported"),
        };
        return new ModelVersion(version, manifest.Label, manifest.Threshold, features);
    }

    private static EmbeddingModelFeatures ReadEmbedding(ModelManifest manifest, string vocabulary, string ngrams)
    {
        var options = ReadJson("features", () => manifest.Features.Deserialize<EmbeddingFeatureOptions>(Json));
        if (options.FindError() is { } error)
            throw new InvalidDataException($"model.json: {error}");
        return new EmbeddingModelFeatures(
            new EmbeddingFeatures(ReadTable(vocabulary, VocabularyFile.Read), ReadTable(ngrams, NgramFile.Read), options), manifest.Words);
    }

    private LinearModelFeatures ReadLinear(ModelManifest manifest, string table)
    {
        if (manifest.Words is not WordSource.Base)
            throw new InvalidDataException("model.json: the words of a linear model are 'base', whatever the vocabulary is");
        var options = ReadJson("features", () => manifest.Features.Deserialize<LinearFeatureOptions>(Json));
        return new LinearModelFeatures(ReadTable(table, path => tables.Get(options.Table, path)));
    }

    private static ModelManifest ReadManifest(string path)
    {
        CheckSize(path, MaxManifestBytes);
        return ReadJson("the manifest", () => JsonSerializer.Deserialize<ModelManifest>(File.ReadAllBytes(path), Json));
    }

    private static T ReadJson<T>(string what, Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new InvalidDataException($"model.json: {what} is null");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"model.json: {exception.Message}", exception);
        }
    }

    private static void Check(ModelManifest manifest, string model, long version)
    {
        if (manifest.Model != model)
            throw new InvalidDataException($"model.json is of the model '{manifest.Model}'");
        if (manifest.Version != version)
            throw new InvalidDataException($"model.json is of version {manifest.Version}");
        if (string.IsNullOrWhiteSpace(manifest.Label))
            throw new InvalidDataException("model.json names no label");
        if (manifest.Threshold is not (>= 0 and <= 1))
            throw new InvalidDataException($"its threshold {manifest.Threshold} is not between 0 and 1");
    }

    private static T ReadTable<T>(string path, Func<string, T> read)
    {
        CheckSize(path, MaxTableBytes);
        try
        {
            return read(path);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}: {exception.Message}", exception);
        }
    }

    private static void CheckSize(string path, long maxBytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new FileNotFoundException($"assets.extra/labelplatform/{file.Name} is missing");
        if (file.Length > maxBytes)
            throw new InvalidDataException($"{file.Name} has {file.Length} bytes, more than {maxBytes}");
    }
}
