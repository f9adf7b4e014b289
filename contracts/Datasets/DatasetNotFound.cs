namespace LabelPlatform.Contracts.Datasets;

/// <summary>There is no such dataset.</summary>
/// <param name="Dataset">The id or name asked for.</param>
public sealed record DatasetNotFound(string Dataset);
