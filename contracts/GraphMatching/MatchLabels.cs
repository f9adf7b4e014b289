namespace LabelPlatform.Contracts.GraphMatching;

/// <summary>
/// Asks GraphMatch which labels the words of texts are related to. Answered by <see cref="LabelsMatched"/>, its items in the order asked.
/// </summary>
/// <param name="Texts">At most 64 texts or 64 KB.</param>
public sealed record MatchLabels(TextToMatch[] Texts);
