using System.Globalization;
using LabelPlatform.ModelsConfig;

namespace LabelPlatform.ModelServer.Servables.Sources;

/// <summary>
/// Finds the versions of a model: the folders in its base path whose names are numbers. Other names are ignored, so that a version can be
/// written as <c>tmp-7</c> and renamed when it is complete.
/// </summary>
internal static class VersionFolders
{
    /// <exception cref="DirectoryNotFoundException">There is no base path. That says nothing of the versions: a volume may be away.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static VersionPoll Poll(ConfiguredModel model)
    {
        if (!Directory.Exists(model.BasePath))
            throw new DirectoryNotFoundException($"Could not find base path {model.BasePath} for servable {model.Name}");
        return Select(model, Directory.EnumerateDirectories(model.BasePath).Select(path => Path.GetFileName(path)));
    }

    private static VersionPoll Select(ConfiguredModel model, IEnumerable<string> names)
    {
        var warnings = new List<string>();
        var folders = new SortedDictionary<long, string>();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            // Digits only. TensorFlow's parser takes signs and blanks, too, but no request can name such a version.
            if (!long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                continue;
            if (folders.TryGetValue(version, out var other))
                warnings.Add($"Version {version} of servable {model.Name} is in the folders '{other}' and '{name}' of {model.BasePath}; '{name}' is used");
            folders[version] = name;
        }

        var versions = Select(model, folders, warnings)
            .Select(folder => new AspiredVersion(folder.Key, Path.Combine(model.BasePath, folder.Value)))
            .ToArray();
        return new VersionPoll(versions, warnings);
    }

    private static IEnumerable<KeyValuePair<long, string>> Select(
        ConfiguredModel model, SortedDictionary<long, string> folders, List<string> warnings)
    {
        if (folders.Count == 0)
        {
            warnings.Add($"No versions of servable {model.Name} found under base path {model.BasePath}. "
                + "Did you forget to name your leaf directory as a number (eg. '/1/')?");
        }

        switch (model.VersionPolicy)
        {
            case LatestVersions latest:
                return folders.Reverse().Take(latest.Count);
            case SpecificVersions specific:
                warnings.AddRange(specific.Versions
                    .Where(version => !folders.ContainsKey(version))
                    .Select(version => $"Version {version} of servable {model.Name} was requested, but is not in {model.BasePath}"));
                return folders.Where(folder => specific.Versions.Contains(folder.Key));
            default:
                return folders;
        }
    }
}
