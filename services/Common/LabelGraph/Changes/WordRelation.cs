namespace LabelPlatform.LabelGraph.Changes;

/// <summary>A <c>Related</c> relation without its weight.</summary>
/// <param name="Word">The vocabulary word.</param>
/// <param name="Label">Title of the label.</param>
public readonly record struct WordRelation(string Word, string Label);
