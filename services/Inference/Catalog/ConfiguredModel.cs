namespace LabelPlatform.Inference.Catalog;

/// <summary>One <c>config</c> of a <c>models.config</c>.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="BasePath">The folder of its versions.</param>
/// <param name="Versions">The versions named, the live one first; empty when the newest in the folder are meant.</param>
/// <param name="LatestVersions">How many of the newest versions of the folder are meant when none is named.</param>
public sealed record ConfiguredModel(string Name, string BasePath, IReadOnlyList<long> Versions, int LatestVersions = 1);
