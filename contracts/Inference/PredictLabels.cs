namespace LabelPlatform.Contracts.Inference;

/// <summary>
/// Asks Inference for the probabilities of the candidate labels of texts. Answered by <see cref="LabelsPredicted"/>, its items in the
/// order asked.
/// </summary>
/// <param name="Texts">At most 64 texts or 64 KB.</param>
/// <param name="Ancestors">
/// For each candidate that has any: its ancestors, nearest first. A candidate without a model is judged by the nearest that has one.
/// </param>
public sealed record PredictLabels(
    TextToPredict[] Texts,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ancestors);
