using System.Text.Json.Serialization;

namespace LabelPlatform.Api.Labeling;

/// <summary>One contribution to a score.</summary>
/// <param name="Word">The word that contributed.</param>
/// <param name="Start">Its offset in the text, in code points.</param>
/// <param name="Length">Its length in code points.</param>
/// <param name="Source"><c>graph</c>: the value is the weight of the word's relation to the label. <c>model</c>: it is the model's probability.</param>
/// <param name="Value">What it added to the sum whose sigmoid is the score.</param>
/// <param name="Model">The model that gave the value, or let the weight stand.</param>
/// <param name="Unmodelled">True when the word is ambiguous and the label has no model of its own; left out otherwise.</param>
public sealed record ItemEvidence(
    string Word,
    int Start,
    int Length,
    string Source,
    double Value,
    string? Model,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Unmodelled = false);
