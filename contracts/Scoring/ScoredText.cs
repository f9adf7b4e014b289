namespace LabelPlatform.Contracts.Scoring;

/// <summary>The labels of one text.</summary>
/// <param name="Labels">Strongest evidence first; equal ones by title.</param>
/// <param name="Error">Why this text could not be scored, or null.</param>
public sealed record ScoredText(ScoredLabel[] Labels, string? Error = null);
