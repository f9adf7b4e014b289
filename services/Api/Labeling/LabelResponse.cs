namespace LabelPlatform.Api.Labeling;

/// <summary>The labels of the texts of a request.</summary>
/// <param name="Items">One item a text, in the order asked.</param>
/// <param name="Versions">What the answer was made with.</param>
public sealed record LabelResponse(IReadOnlyList<LabeledItem> Items, AnswerVersions Versions);
