namespace LabelPlatform.Contracts.Scoring;

/// <summary>The answer to <see cref="ScoreLabels"/>.</summary>
/// <param name="Texts">One item a text, in the order asked.</param>
public sealed record LabelsScored(ScoredText[] Texts);
