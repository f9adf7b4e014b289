namespace LabelPlatform.Contracts.Datasets;

/// <summary>What a dataset is, and what to know before training on it.</summary>
/// <param name="Training">Rows that weights are fitted to.</param>
/// <param name="Validation">Rows that thresholds are chosen on.</param>
/// <param name="Test">Rows that models are judged by.</param>
/// <param name="Labels">Its labels, the most frequent first.</param>
/// <param name="Findings">What may make models worse than they seem.</param>
public sealed record DatasetSummary(
    int Training, int Validation, int Test, IReadOnlyList<DatasetLabelCounts> Labels, IReadOnlyList<DatasetWarning> Findings);
