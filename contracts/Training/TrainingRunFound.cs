namespace LabelPlatform.Contracts.Training;

/// <summary>A run.</summary>
/// <param name="Run">What it is, with its jobs.</param>
public sealed record TrainingRunFound(TrainingRunDetails Run);
