namespace LabelPlatform.Contracts.Models;

/// <summary>The version is wanted live; it is as soon as the model servers have the one before it.</summary>
/// <param name="Model">The model, as it is now.</param>
public sealed record ModelPromoted(ModelDetails Model);
