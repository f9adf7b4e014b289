namespace LabelPlatform.LabelGraph.Changes;

/// <summary>A <c>Contain</c> relation.</summary>
/// <param name="Parent">Title of the label that contains.</param>
/// <param name="Child">Title of the label contained.</param>
public readonly record struct LabelEdge(string Parent, string Child);
