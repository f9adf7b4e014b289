namespace LabelPlatform.Contracts.Training;

/// <summary>Runs, the newest first.</summary>
/// <param name="Runs">With their jobs, which are without curves.</param>
public sealed record TrainingRunsFound(IReadOnlyList<TrainingRunDetails> Runs);
