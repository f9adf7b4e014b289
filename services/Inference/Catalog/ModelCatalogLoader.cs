using System.Globalization;
using LabelPlatform.Inference.Serving;
using LabelPlatform.Inference.SubServices;
using LabelPlatform.ModelsConfig;
using LabelPlatform.ModelVersions;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Inference.Catalog;

/// <summary>Builds the catalogue from <c>models.config</c>, the manifests beside the artifacts, and the sub-services. Not thread-safe.</summary>
public sealed class ModelCatalogLoader(
    IOptions<InferenceOptions> options, ModelServers servers, ModelHttpClient http, CallGuards guards, TimeProvider time)
{
    private readonly ModelVersionCache _versions = new();
    private readonly SubServiceClient[] _subServices =
        [.. options.Value.SubServices.Select(service => new SubServiceClient(service, options.Value.SubServiceParallelism, http, guards, time))];

    private string? _config;
    private string[] _folders = [];

    /// <summary>Reads what changed.</summary>
    /// <returns>The catalogue, or null when nothing changed since the last time.</returns>
    /// <exception cref="InvalidDataException"><c>models.config</c> is damaged.</exception>
    /// <exception cref="IOException"><c>models.config</c> cannot be read.</exception>
    public ModelCatalog? Load()
    {
        var path = options.Value.ModelsConfig;
        var config = string.IsNullOrWhiteSpace(path) ? "" : TextProtoFile.Read(path);
        var models = ModelsConfigReader.Read(config, allowRelativePaths: true);
        var problems = new List<string>();
        var clients = new Dictionary<string, IPredictionClient>(StringComparer.Ordinal);
        foreach (var service in _subServices)
            clients.Add(service.Label, service);

        var folders = new List<string>();
        foreach (var model in models)
            Add(model, clients, folders, problems);

        var changed = config != _config || _versions.HasRead || !folders.SequenceEqual(_folders);
        _config = config;
        _folders = [.. folders];
        _versions.Trim();
        return changed ? new ModelCatalog(clients.Values, problems) : null;
    }

    private void Add(ConfiguredModel model, Dictionary<string, IPredictionClient> clients, List<string> folders, List<string> problems)
    {
        var replicas = servers.For(model.Name);
        var problem =
            !ModelName.IsValid(model.Name) ? "its name is not 1 to 64 of the characters a-z, 0-9, _ and -"
            : !Path.IsPathFullyQualified(model.BasePath) ? $"its base_path '{model.BasePath}' is not absolute"
            : replicas.Count == 0 ? "no server of Inference:Servers is configured to have it"
            : null;
        if (problem is not null)
        {
            problems.Add($"'{model.Name}': {problem}");
            return;
        }

        var versions = LoadVersions(model, folders, problems);
        if (versions.Count == 0)
            return;
        if (!clients.TryAdd(versions[0].Label, new TensorFlowServingClient(model.Name, versions, replicas, time)))
            problems.Add($"'{model.Name}': its label '{versions[0].Label}' is decided by '{clients[versions[0].Label].Model}' already");
    }

    private List<ModelVersion> LoadVersions(ConfiguredModel model, List<string> folders, List<string> problems)
    {
        var versions = new List<ModelVersion>();
        var numbers = VersionNumbers(model).ToArray();
        if (numbers.Length == 0)
            problems.Add($"'{model.Name}': there is no version in '{model.BasePath}'");
        foreach (var number in numbers)
        {
            var path = Path.Combine(model.BasePath, number.ToString(CultureInfo.InvariantCulture));
            folders.Add(path);
            var (version, problem) = _versions.Get(model, number, path);
            if (problem is not null)
                problems.Add($"'{model.Name}' version {number}: {problem}");
            if (version is null)
                continue;
            if (versions.Count == 0 || version.Label == versions[0].Label)
                versions.Add(version);
            else
                problems.Add($"'{model.Name}' version {number}: it decides '{version.Label}', the live version '{versions[0].Label}'");
        }

        return versions;
    }

    private static IEnumerable<long> VersionNumbers(ConfiguredModel model) => model.VersionPolicy switch
    {
        SpecificVersions specific => specific.Versions,
        LatestVersions latest => FolderNumbers(model.BasePath).Take(latest.Count),
        _ => FolderNumbers(model.BasePath),
    };

    private static IEnumerable<long> FolderNumbers(string basePath) => Directory.Exists(basePath)
        ? Directory.EnumerateDirectories(basePath)
            .Select(path => long.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(number => number >= 0)
            .OrderDescending()
        : [];
}
