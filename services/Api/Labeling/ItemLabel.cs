using System.Text.Json.Serialization;

namespace LabelPlatform.Api.Labeling;

/// <summary>A label of a text.</summary>
/// <param name="Label">Title of the label.</param>
/// <param name="Score">How strong the evidence is, 0.5 to 1 with three decimals. It is not a probability: more words of a label give a higher score.</param>
/// <param name="Related">Its ancestors over one to three levels, nearest first.</param>
/// <param name="Evidence">What the score is made of; only with <c>"include":["evidence"]</c>.</param>
public sealed record ItemLabel(
    string Label,
    double Score,
    IReadOnlyList<string> Related,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ItemEvidence>? Evidence = null);
