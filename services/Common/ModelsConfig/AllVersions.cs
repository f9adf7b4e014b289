namespace LabelPlatform.ModelsConfig;

/// <summary>Every version that is there.</summary>
public sealed record AllVersions : VersionPolicy;
