using LabelPlatform.Contracts.Models;

namespace LabelPlatform.Trainer.Training;

/// <summary>A model with what is needed to serve it.</summary>
/// <param name="Network">The trained network.</param>
/// <param name="DatasetHash">Hash of the rows that it was trained on.</param>
/// <param name="Threshold">From this probability on it accepts its label.</param>
/// <param name="Metrics">How good it is on the test rows.</param>
internal sealed record TrainedModel(ITrainedNetwork Network, string DatasetHash, double Threshold, ModelMetrics Metrics);
