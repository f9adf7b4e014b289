namespace LabelPlatform.Contracts.Datasets;

/// <summary>Asks TrainingScheduler for a dataset. Answered by <see cref="DatasetFound"/> or <see cref="DatasetNotFound"/>.</summary>
/// <param name="Dataset">Its id or its name.</param>
public sealed record GetDataset(string Dataset);
