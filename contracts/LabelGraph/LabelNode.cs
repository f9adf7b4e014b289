namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>One label of the tree.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Parents">Titles of its parents; none for a root.</param>
/// <param name="Children">Titles of its children.</param>
/// <param name="WordCount">Number of vocabulary words related to it.</param>
public sealed record LabelNode(string Title, IReadOnlyList<string> Parents, IReadOnlyList<string> Children, int WordCount);
