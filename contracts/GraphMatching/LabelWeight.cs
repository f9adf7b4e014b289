namespace LabelPlatform.Contracts.GraphMatching;

/// <summary>A label that a word is related to.</summary>
/// <param name="Label">Title of the label.</param>
/// <param name="Weight">Strength of the relation, in (0, 1].</param>
public readonly record struct LabelWeight(string Label, double Weight);
