using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Trainer.Training;

/// <summary>A model with what is needed to serve it.</summary>
/// <param name="Model">The weights and their calibration.</param>
/// <param name="Table">The table that its ids are of.</param>
/// <param name="DatasetHash">Hash of the rows that it was trained on.</param>
/// <param name="Threshold">From this probability on it accepts its label.</param>
/// <param name="Metrics">How good it is on the test rows.</param>
internal sealed record TrainedModel(LinearModel Model, FeatureTable Table, string DatasetHash, double Threshold, ModelMetrics Metrics);
