namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>
/// Imports a part of the label graph, all of it or nothing. Answered by <see cref="LabelGraphEdited"/> or <see cref="LabelGraphRejected"/>.
/// </summary>
/// <param name="Part">What is imported.</param>
/// <param name="Format">How <paramref name="Content"/> is written.</param>
/// <param name="Replace">
/// Whether the content replaces the part (a vocabulary with <paramref name="Label"/>: that label's words) or is merged into it.
/// </param>
/// <param name="DryRun">Only say what would happen.</param>
/// <param name="Label">The label that words without one belong to.</param>
/// <param name="Content">Address of the file, UTF-8, in the message data folder: it travels beside the broker.</param>
public sealed record ImportLabelGraph(
    LabelGraphPart Part,
    LabelGraphFormat Format,
    bool Replace,
    bool DryRun,
    string? Label,
    Uri Content);
