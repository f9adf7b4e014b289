namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>Makes a single edit. Answered by <see cref="LabelGraphEdited"/> or <see cref="LabelGraphRejected"/>.</summary>
/// <param name="Edit">The edit.</param>
public sealed record EditLabelGraph(LabelGraphEdit Edit);
