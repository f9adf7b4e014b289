namespace LabelPlatform.Contracts.Models;

/// <summary>A model: what decides one label.</summary>
/// <param name="Model">Its name, as model servers know it.</param>
/// <param name="Label">The label that it decides.</param>
/// <param name="LiveVersion">The version in <c>models.config</c> that answers, or null.</param>
/// <param name="PreviousVersion">The version listed beside it, which answers until the live one is loaded; rollback goes back to it.</param>
/// <param name="WantedVersion">The version that is to be live; the live one unless a promotion waits.</param>
/// <param name="State"><c>none</c> (no live version), <c>publishing</c> (model servers load it), <c>live</c>, or <c>failing</c> (they cannot).</param>
/// <param name="Problem">What keeps the live version from being loaded, or null.</param>
/// <param name="PromotedAt">When the live version went live (UTC).</param>
/// <param name="PromotedBy">Who wanted that: a person, or <c>gate</c>.</param>
/// <param name="Versions">Its versions, the newest first.</param>
public sealed record ModelDetails(
    string Model,
    string Label,
    long? LiveVersion,
    long? PreviousVersion,
    long? WantedVersion,
    string State,
    string? Problem,
    DateTime? PromotedAt,
    string? PromotedBy,
    IReadOnlyList<ModelVersionDetails> Versions);
