namespace LabelPlatform.Contracts.Scoring;

/// <summary>One contribution to a label's score.</summary>
/// <param name="Word">Position of the contributing word in the words that were matched, from 0.</param>
/// <param name="Source"><c>graph</c>: the value is the relation's weight. <c>model</c>: it is a probability.</param>
/// <param name="Value">What was added to the sum.</param>
/// <param name="Model">The model that gave the value or let the weight stand, if one was asked.</param>
/// <param name="Unmodelled">Whether the word is ambiguous and the label has no model of its own.</param>
public sealed record LabelEvidence(int Word, string Source, double Value, string? Model = null, bool Unmodelled = false);
