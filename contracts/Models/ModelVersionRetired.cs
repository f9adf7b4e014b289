namespace LabelPlatform.Contracts.Models;

/// <summary>A version's files were removed.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Version">The version.</param>
public sealed record ModelVersionRetired(string Model, long Version);
