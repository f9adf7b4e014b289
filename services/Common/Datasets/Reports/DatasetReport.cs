namespace LabelPlatform.Datasets.Reports;

/// <summary>What a dataset is.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Training">Rows that weights are fitted to.</param>
/// <param name="Validation">Rows that thresholds are chosen on.</param>
/// <param name="Test">Rows that models are judged by.</param>
/// <param name="Labels">Its labels, the most frequent first.</param>
/// <param name="Findings">What to know before training.</param>
public sealed record DatasetReport(
    int Rows, int Training, int Validation, int Test, IReadOnlyList<LabelCounts> Labels, IReadOnlyList<DatasetFinding> Findings);
