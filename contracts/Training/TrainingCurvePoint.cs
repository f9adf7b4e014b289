namespace LabelPlatform.Contracts.Training;

/// <summary>How a training went until the end of an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The loss on the training rows.</param>
/// <param name="ValidationLoss">The loss on the validation rows, or null.</param>
public sealed record TrainingCurvePoint(int Epoch, double Loss, double? ValidationLoss);
