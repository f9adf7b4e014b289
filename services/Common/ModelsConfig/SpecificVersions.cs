namespace LabelPlatform.ModelsConfig;

/// <summary>Certain versions.</summary>
/// <param name="Versions">Their numbers in the order of the file; in our own files the live version is the first.</param>
public sealed record SpecificVersions(IReadOnlyList<long> Versions) : VersionPolicy;
