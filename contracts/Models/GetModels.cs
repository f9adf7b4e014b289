namespace LabelPlatform.Contracts.Models;

/// <summary>Asks TrainingScheduler for all models. Answered by <see cref="ModelsFound"/>.</summary>
public sealed record GetModels;
