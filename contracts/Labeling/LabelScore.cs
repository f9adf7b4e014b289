namespace LabelPlatform.Contracts.Labeling;

/// <summary>A label with its score.</summary>
/// <param name="Label">Title of the label.</param>
/// <param name="Score">How strong the evidence is, in [0.5, 1].</param>
public readonly record struct LabelScore(string Label, double Score);
