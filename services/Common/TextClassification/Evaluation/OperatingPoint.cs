namespace LabelPlatform.TextClassification.Evaluation;

/// <summary>A threshold and what it does to the examples that it was chosen on.</summary>
/// <param name="Threshold">A score of at least as much is a positive. Half way to the next lower score, so that rounding decides nothing.</param>
/// <param name="Confusion">The decisions.</param>
public readonly record struct OperatingPoint(double Threshold, Confusion Confusion);
