namespace LabelPlatform.Contracts.Inference;

/// <summary>
/// What the models say of one text. A candidate that is in neither list has no model, nor has any of its ancestors.
/// </summary>
/// <param name="Predictions">One item a candidate that a model answered.</param>
/// <param name="Failures">One item a candidate whose model did not.</param>
/// <param name="Error">Why nothing could be asked for this text, or null.</param>
public sealed record PredictedText(
    LabelPrediction[] Predictions,
    PredictionFailure[] Failures,
    string? Error = null);
