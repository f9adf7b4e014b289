namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>One label with its neighbours.</summary>
/// <param name="Version">Version of the graph.</param>
/// <param name="Title">Its title.</param>
/// <param name="Parents">Titles of its parents.</param>
/// <param name="Children">Titles of its children.</param>
/// <param name="Ancestors">Its ancestors over one to three levels, nearest first, without the configured roots.</param>
/// <param name="WordCount">Number of vocabulary words related to it.</param>
/// <param name="Words">The page of its vocabulary that was asked for, by word (ordinal).</param>
public sealed record LabelFound(
    long Version,
    string Title,
    IReadOnlyList<string> Parents,
    IReadOnlyList<string> Children,
    IReadOnlyList<string> Ancestors,
    int WordCount,
    IReadOnlyList<WordWeight> Words);
