namespace LabelPlatform.Contracts.Datasets;

/// <summary>How many rows carry a label, by what they are for.</summary>
/// <param name="Label">The label.</param>
/// <param name="Training">Rows that weights are fitted to.</param>
/// <param name="Validation">Rows that thresholds are chosen on.</param>
/// <param name="Test">Rows that models are judged by.</param>
public sealed record DatasetLabelCounts(string Label, int Training, int Validation, int Test);
