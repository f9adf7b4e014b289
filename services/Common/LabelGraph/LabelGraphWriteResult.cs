using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.LabelGraph;

/// <summary>What became of an edit or an import; one of the two is set.</summary>
/// <param name="Edited">It was made, or would be.</param>
/// <param name="Rejected">It was refused.</param>
/// <param name="Changed">Whether the graph has a new version now.</param>
public sealed record LabelGraphWriteResult(LabelGraphEdited? Edited, LabelGraphRejected? Rejected, bool Changed);
