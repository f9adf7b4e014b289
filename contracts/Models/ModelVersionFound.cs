namespace LabelPlatform.Contracts.Models;

/// <summary>A version.</summary>
/// <param name="Version">What it is, with its curve.</param>
public sealed record ModelVersionFound(ModelVersionDetails Version);
