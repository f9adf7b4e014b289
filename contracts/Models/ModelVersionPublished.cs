namespace LabelPlatform.Contracts.Models;

/// <summary>A version went live: it is in <c>models.config</c>, and the model servers have loaded it.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Label">The label that it decides.</param>
/// <param name="Version">The version.</param>
public sealed record ModelVersionPublished(string Model, string Label, long Version);
