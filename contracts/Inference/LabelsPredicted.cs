namespace LabelPlatform.Contracts.Inference;

/// <summary>The answer to <see cref="PredictLabels"/>.</summary>
/// <param name="Texts">One item a text, in the order asked.</param>
public sealed record LabelsPredicted(PredictedText[] Texts);
