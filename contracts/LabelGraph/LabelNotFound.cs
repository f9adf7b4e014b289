namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>There is no label of this title.</summary>
/// <param name="Title">The title asked for.</param>
public sealed record LabelNotFound(string Title);
