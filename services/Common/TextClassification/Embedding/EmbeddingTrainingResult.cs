namespace LabelPlatform.TextClassification.Embedding;

/// <summary>What a training gives.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="History">How each epoch went.</param>
public sealed record EmbeddingTrainingResult(EmbeddingWeights Weights, IReadOnlyList<EmbeddingEpoch> History);
