namespace LabelPlatform.Contracts.Datasets;

/// <summary>Asks TrainingScheduler for all datasets. Answered by <see cref="DatasetsFound"/>.</summary>
public sealed record GetDatasets;
