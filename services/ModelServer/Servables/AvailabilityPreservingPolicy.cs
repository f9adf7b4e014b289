namespace LabelPlatform.ModelServer.Servables;

/// <summary>
/// TensorFlow Serving's default order of loading and unloading: a new version is loaded before the old one is unloaded, so that a model that
/// was available stays so. It costs the memory of both for a while.
/// </summary>
internal static class AvailabilityPreservingPolicy
{
    /// <summary>The next thing to do with the versions of a model, or null when there is nothing.</summary>
    public static VersionAction? Next(IReadOnlyCollection<VersionSnapshot> versions)
    {
        var unaspired = versions.Where(version => version is { Aspired: false, Phase: VersionPhase.Ready }).ToArray();
        var isAvailableWithoutLowest =
            !versions.Any(version => version.Aspired)
            || versions.Any(version => version is { Aspired: true, Phase: VersionPhase.Ready })
            || unaspired.Length > 1;
        if (unaspired.Length > 0 && isAvailableWithoutLowest)
            return new VersionAction(VersionActionKind.Unload, unaspired.Min(version => version.Version));

        var toLoad = versions.Where(version => version is { Aspired: true, Phase: VersionPhase.New }).ToArray();
        return toLoad.Length > 0 ? new VersionAction(VersionActionKind.Load, toLoad.Max(version => version.Version)) : null;
    }
}
