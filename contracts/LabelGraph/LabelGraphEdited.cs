namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>An import or an edit was made, or would be (dry run).</summary>
/// <param name="Version">Version of the graph that holds it; after a dry run, of the unchanged graph.</param>
/// <param name="LabelsAdded">Number of labels added.</param>
/// <param name="LabelsRemoved">Number of labels removed.</param>
/// <param name="RelationsAdded">Number of relations (<c>Contain</c> and <c>Related</c>) added.</param>
/// <param name="RelationsChanged">Number of vocabulary relations whose weight changed.</param>
/// <param name="RelationsRemoved">Number of relations removed.</param>
/// <param name="Warnings">What was accepted but is probably not meant.</param>
public sealed record LabelGraphEdited(
    long Version,
    int LabelsAdded,
    int LabelsRemoved,
    int RelationsAdded,
    int RelationsChanged,
    int RelationsRemoved,
    IReadOnlyList<LabelGraphIssue> Warnings);
