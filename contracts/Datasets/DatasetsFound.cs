namespace LabelPlatform.Contracts.Datasets;

/// <summary>All datasets, the newest first.</summary>
/// <param name="Datasets">Without their reports.</param>
public sealed record DatasetsFound(IReadOnlyList<DatasetDetails> Datasets);
