using System.Collections.Frozen;
using LabelPlatform.ModelsConfig;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>
/// A model with all versions that it ever had. Except for <see cref="Published"/> it is read and changed under the manager's lock.
/// </summary>
internal sealed class ServedModel(string name)
{
    private readonly SortedDictionary<long, ServableVersion> _versions = new(Comparer<long>.Create((x, y) => y.CompareTo(x)));
    private readonly HashSet<string> _refusedLabels = new(StringComparer.Ordinal);
    private volatile PublishedVersions _published = PublishedVersions.None;

    public string Name { get; } = name;

    /// <summary>How it is configured, or null when it is no more.</summary>
    public ConfiguredModel? Configuration { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyCollection<ServableVersion> Versions => _versions.Values;

    public PublishedVersions Published => _published;

    public ServableVersion? Find(long number) => _versions.GetValueOrDefault(number);

    public void Configure(ConfiguredModel? configuration)
    {
        Configuration = configuration;
        _refusedLabels.Clear();
    }

    /// <summary>Takes over which versions should be served.</summary>
    /// <param name="aspired">The versions.</param>
    /// <param name="create">Makes the ones that are new here.</param>
    public void Aspire(IReadOnlyCollection<AspiredVersion> aspired, Func<AspiredVersion, ServableVersion> create)
    {
        foreach (var version in _versions.Values.Where(version => version.Aspired && !aspired.Any(other => other.Version == version.Number)))
        {
            version.Aspired = false;
            version.EndRetryWait();
        }

        foreach (var wanted in aspired)
        {
            // One that ended comes back as new, a failed one only when it had left: that its files changed is looked for elsewhere.
            var version = Find(wanted.Version);
            if (version is null or { Phase: VersionPhase.Disabled } or { Phase: VersionPhase.Error, Aspired: false })
                Replace(create(wanted));
            else
                version.Aspired = true;
        }
    }

    public void Replace(ServableVersion version) => _versions[version.Number] = version;

    public VersionAction? NextAction() => AvailabilityPreservingPolicy.Next(
        [.. _versions.Values.Select(version => new VersionSnapshot(version.Number, version.Phase, version.Aspired))]);

    /// <summary>Lets requests take hold of the versions that are ready, and of no others.</summary>
    public void Publish(bool allowUnavailableLabels)
    {
        var available = _versions.Values.Where(version => version.Phase is VersionPhase.Ready).ToArray();
        _published = new PublishedVersions(available, AssignLabels(_published.Labels, available, allowUnavailableLabels));
    }

    /// <summary>The labels that wait for a version that is not on its way; each is given once.</summary>
    public IEnumerable<KeyValuePair<string, long>> TakeRefusedLabels() =>
        [.. Configured()
            .Where(label => _published.Labels.GetValueOrDefault(label.Key, -1) != label.Value)
            .Where(label => Find(label.Value)?.Phase is not (VersionPhase.New or VersionPhase.Loading))
            .Where(label => _refusedLabels.Add(label.Key))];

    // TensorFlow Serving refuses a configuration with a label on a version that is not available, and does so anew with every look at the file.
    // Here the rest of the configuration holds, and the label is assigned as soon as its version is available.
    private FrozenDictionary<string, long> AssignLabels(
        FrozenDictionary<string, long> before, ServableVersion[] available, bool allowUnavailable)
    {
        var labels = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (label, number) in Configured())
        {
            var isAvailable = Array.Exists(available, version => version.Number == number);
            if (before.TryGetValue(label, out var assigned))
                labels[label] = isAvailable ? number : assigned;
            else if (isAvailable || allowUnavailable)
                labels[label] = number;
        }

        return labels.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private IReadOnlyDictionary<string, long> Configured() => Configuration?.VersionLabels ?? FrozenDictionary<string, long>.Empty;
}
