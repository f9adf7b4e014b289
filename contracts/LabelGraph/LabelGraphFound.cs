namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>The label tree.</summary>
/// <param name="Version">Version of the graph.</param>
/// <param name="Labels">Every label, by title (ordinal).</param>
/// <param name="WordCount">Number of different vocabulary words.</param>
public sealed record LabelGraphFound(long Version, IReadOnlyList<LabelNode> Labels, int WordCount);
