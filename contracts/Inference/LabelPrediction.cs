namespace LabelPlatform.Contracts.Inference;

/// <summary>A model's answer for one candidate label of a text.</summary>
/// <param name="Label">The candidate.</param>
/// <param name="Judge">The label whose model answered: the candidate itself, or its nearest ancestor that has a model.</param>
/// <param name="Model">Name of that model.</param>
/// <param name="Version">Version of it that answered; 0 for a sub-service, which has none.</param>
/// <param name="Probability">In [0, 1].</param>
/// <param name="Threshold">From this probability on the model accepts its label.</param>
public sealed record LabelPrediction(
    string Label,
    string Judge,
    string Model,
    long Version,
    double Probability,
    double Threshold);
