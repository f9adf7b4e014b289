namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>Asks GraphMatch for the label tree. Answered by <see cref="LabelGraphFound"/>.</summary>
public sealed record GetLabelGraph;
