namespace LabelPlatform.Contracts.Models;

/// <summary>A model.</summary>
/// <param name="Model">What it is.</param>
public sealed record ModelFound(ModelDetails Model);
