namespace LabelPlatform.Contracts.Datasets;

/// <summary>A dataset.</summary>
/// <param name="Dataset">What it is, with its report.</param>
public sealed record DatasetFound(DatasetDetails Dataset);
