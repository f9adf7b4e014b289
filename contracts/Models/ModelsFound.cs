namespace LabelPlatform.Contracts.Models;

/// <summary>All models, by name.</summary>
/// <param name="Models">With their versions, which are without curves.</param>
public sealed record ModelsFound(IReadOnlyList<ModelDetails> Models);
