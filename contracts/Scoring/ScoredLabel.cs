namespace LabelPlatform.Contracts.Scoring;

/// <summary>A label of a text.</summary>
/// <param name="Label">Title of the label.</param>
/// <param name="Score">
/// How strong the evidence is: the sigmoid of the summed evidence, rounded to 3 decimals, in [0.5, 1]. It is no probability.
/// </param>
/// <param name="Related">The label's ancestors, nearest first.</param>
/// <param name="Evidence">What the score is made of, when asked for.</param>
public sealed record ScoredLabel(
    string Label,
    double Score,
    string[] Related,
    LabelEvidence[]? Evidence = null);
