namespace LabelPlatform.Contracts.Datasets;

/// <summary>The dataset is kept.</summary>
/// <param name="Dataset">What it is.</param>
public sealed record DatasetRegistered(DatasetDetails Dataset);
