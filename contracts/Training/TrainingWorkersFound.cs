namespace LabelPlatform.Contracts.Training;

/// <summary>The workers.</summary>
/// <param name="Workers">By name.</param>
public sealed record TrainingWorkersFound(IReadOnlyList<TrainingWorkerDetails> Workers);
