namespace LabelPlatform.ModelsConfig;

/// <summary>
/// Which versions of a model's folder are wanted: <see cref="LatestVersions"/>, <see cref="AllVersions"/> or <see cref="SpecificVersions"/>.
/// </summary>
public abstract record VersionPolicy
{
    private protected VersionPolicy()
    {
    }

    /// <summary>What holds when a file does not say: the newest version.</summary>
    public static VersionPolicy Default { get; } = new LatestVersions(1);
}
