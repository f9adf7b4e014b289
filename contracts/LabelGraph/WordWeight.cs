namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>A vocabulary word that a label is related to.</summary>
/// <param name="Word">The word.</param>
/// <param name="Weight">Strength of the relation, in (0, 1].</param>
public readonly record struct WordWeight(string Word, double Weight);
