namespace LabelPlatform.TextClassification.Embedding;

/// <summary>How well some rows are predicted.</summary>
/// <param name="Loss">The mean cross-entropy, in nats.</param>
/// <param name="Accuracy">The part of them on the right side of 0.5.</param>
public readonly record struct EmbeddingLoss(double Loss, double Accuracy);
