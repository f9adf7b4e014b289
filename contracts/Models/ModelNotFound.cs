namespace LabelPlatform.Contracts.Models;

/// <summary>There is no such model, or no such version of it.</summary>
/// <param name="Model">The name asked for.</param>
/// <param name="Version">The version asked for, or null.</param>
public sealed record ModelNotFound(string Model, long? Version = null);
