namespace LabelPlatform.TextClassification.Embedding;

/// <summary>How an epoch went.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Training">On the rows trained on, while the weights changed.</param>
/// <param name="Validation">On the validation rows, afterwards; null when there are none.</param>
public sealed record EmbeddingEpoch(int Epoch, EmbeddingLoss Training, EmbeddingLoss? Validation);
