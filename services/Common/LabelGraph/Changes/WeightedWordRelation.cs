namespace LabelPlatform.LabelGraph.Changes;

/// <summary>A <c>Related</c> relation.</summary>
/// <param name="Word">The vocabulary word.</param>
/// <param name="Label">Title of the label.</param>
/// <param name="Weight">In (0, 1].</param>
public readonly record struct WeightedWordRelation(string Word, string Label, double Weight);
