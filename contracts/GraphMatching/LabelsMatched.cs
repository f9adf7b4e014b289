namespace LabelPlatform.Contracts.GraphMatching;

/// <summary>The answer to <see cref="MatchLabels"/>; all of it from one version of the graph.</summary>
/// <param name="GraphVersion">Version of the label graph that was matched.</param>
/// <param name="Texts">One item a text, in the order asked.</param>
/// <param name="Ancestors">
/// For each matched label that has any: its ancestors over one to three levels, nearest first, without the configured roots.
/// </param>
public sealed record LabelsMatched(
    long GraphVersion,
    MatchedText[] Texts,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ancestors);
