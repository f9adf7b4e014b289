namespace LabelPlatform.Contracts.Models;

/// <summary>How good a version is on the test rows of a dataset.</summary>
/// <param name="Positives">Test rows with the label.</param>
/// <param name="Negatives">Test rows without it.</param>
/// <param name="Precision">At the version's threshold.</param>
/// <param name="Recall">At the version's threshold.</param>
/// <param name="F1">At the version's threshold.</param>
/// <param name="AveragePrecision">Over all thresholds.</param>
/// <param name="RocAuc">Area under the ROC curve; null when there are rows of one side only.</param>
/// <param name="ExpectedCalibrationError">How far probabilities are from frequencies, in the mean; 0 is best.</param>
public sealed record ModelMetrics(
    int Positives,
    int Negatives,
    double Precision,
    double Recall,
    double F1,
    double AveragePrecision,
    double? RocAuc,
    double ExpectedCalibrationError);
