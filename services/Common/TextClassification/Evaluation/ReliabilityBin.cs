namespace LabelPlatform.TextClassification.Evaluation;

/// <summary>Examples of about the same probability: calibrated where both means agree.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="MeanProbability">The mean of their probabilities; 0 when there is none.</param>
/// <param name="PositiveRatio">The part of them that is positive; 0 when there is none.</param>
public readonly record struct ReliabilityBin(int Count, double MeanProbability, double PositiveRatio);
