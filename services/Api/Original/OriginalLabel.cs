namespace LabelPlatform.Api.Original;

/// <summary>A label in the original's answer.</summary>
/// <param name="Label">Title of the label.</param>
/// <param name="Score">How strong the evidence is.</param>
/// <param name="Related">Its ancestors.</param>
public sealed record OriginalLabel(string Label, double Score, IReadOnlyList<string> Related);
