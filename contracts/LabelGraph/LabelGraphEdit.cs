namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>A single edit of the label graph.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Label">The label; null only to remove a word from every label.</param>
/// <param name="Parents">For <see cref="LabelGraphEditKind.PutLabel"/>: all its parents; none for a root.</param>
/// <param name="Word">For the edits of words: the word.</param>
/// <param name="Weight">For <see cref="LabelGraphEditKind.PutWord"/>: strength of the relation, in (0, 1]; 0.75 when null.</param>
public sealed record LabelGraphEdit(
    LabelGraphEditKind Kind,
    string? Label,
    IReadOnlyList<string>? Parents = null,
    string? Word = null,
    double? Weight = null);
