namespace LabelPlatform.Contracts.Models;

/// <summary>A version was retired: it cannot go live any more, and its files are removed.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Version">The version.</param>
public sealed record ModelVersionRetired(string Model, long Version);
