namespace LabelPlatform.ModelsConfig;

/// <summary>The versions with the highest numbers.</summary>
/// <param name="Count">How many of them, at least 1.</param>
public sealed record LatestVersions(int Count) : VersionPolicy;
