namespace LabelPlatform.Api.Labeling;

/// <summary>The labels of one text.</summary>
/// <param name="Id">The id as given.</param>
/// <param name="Labels">Highest score first.</param>
/// <param name="Truncated">Whether the text was longer than the 200 characters that are looked at.</param>
/// <param name="Degraded">The labels whose model did not answer, and why.</param>
/// <param name="Error">Why this text could not be labelled, or null.</param>
public sealed record LabeledItem(
    string Id,
    IReadOnlyList<ItemLabel> Labels,
    bool Truncated,
    IReadOnlyList<DegradedLabel> Degraded,
    string? Error);
