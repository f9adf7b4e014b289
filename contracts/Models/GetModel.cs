namespace LabelPlatform.Contracts.Models;

/// <summary>Asks TrainingScheduler for one model. Answered by <see cref="ModelFound"/> or <see cref="ModelNotFound"/>.</summary>
/// <param name="Model">Its name.</param>
public sealed record GetModel(string Model);
