namespace LabelPlatform.Contracts.Models;

/// <summary>Asks TrainingScheduler for one version. Answered by <see cref="ModelVersionFound"/> or <see cref="ModelNotFound"/>.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Version">The version.</param>
public sealed record GetModelVersion(string Model, long Version);
