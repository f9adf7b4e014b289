namespace LabelPlatform.Contracts.Scoring;

/// <summary>Asks Scoring to merge the evidence of texts. Answered by <see cref="LabelsScored"/>, its items in the order asked.</summary>
/// <param name="Texts">At most 64 texts or 64 KB.</param>
/// <param name="Ancestors">For each label that has any: its ancestors, nearest first.</param>
public sealed record ScoreLabels(
    TextToScore[] Texts,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ancestors);
