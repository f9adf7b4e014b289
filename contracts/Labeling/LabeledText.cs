namespace LabelPlatform.Contracts.Labeling;

/// <summary>One labelled text.</summary>
/// <param name="Id">The caller's id, as given.</param>
/// <param name="Labels">Its labels, highest score first.</param>
/// <param name="Text">The text, only when <c>Labeling:PublishTexts</c> says so.</param>
public sealed record LabeledText(string Id, LabelScore[] Labels, string? Text = null);
