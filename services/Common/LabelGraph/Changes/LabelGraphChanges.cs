using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Changes;

/// <summary>
/// What leads from one version of the graph to the next, spelled out: a store writes it down without thinking, a snapshot applies it.
/// A removed label's relations are listed too.
/// </summary>
public sealed record LabelGraphChanges
{
    /// <summary>Titles that become labels.</summary>
    public IReadOnlyList<string> LabelsAdded { get; init; } = [];

    /// <summary>Titles that are labels no more.</summary>
    public IReadOnlyList<string> LabelsRemoved { get; init; } = [];

    /// <summary><c>Contain</c> relations to add.</summary>
    public IReadOnlyList<LabelEdge> EdgesAdded { get; init; } = [];

    /// <summary><c>Contain</c> relations to remove.</summary>
    public IReadOnlyList<LabelEdge> EdgesRemoved { get; init; } = [];

    /// <summary><c>Related</c> relations to add, or whose weight changes.</summary>
    public IReadOnlyList<WeightedWordRelation> WordsPut { get; init; } = [];

    /// <summary>How many of <see cref="WordsPut"/> only change a weight.</summary>
    public int WeightsChanged { get; init; }

    /// <summary><c>Related</c> relations to remove.</summary>
    public IReadOnlyList<WordRelation> WordsRemoved { get; init; } = [];

    /// <summary>Words that are left without any label.</summary>
    public IReadOnlyList<string> WordsVanished { get; init; } = [];

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => !ChangesTree && WordsPut.Count == 0 && WordsRemoved.Count == 0;

    internal bool ChangesTree => LabelsAdded.Count + LabelsRemoved.Count + EdgesAdded.Count + EdgesRemoved.Count > 0;

    /// <summary>The parents of every label once the changes are made.</summary>
    internal Dictionary<string, HashSet<string>> ParentsAfter(LabelGraphSnapshot snapshot)
    {
        var parents = snapshot.Labels.ToDictionary(
            label => label.Title,
            label => new HashSet<string>(label.Parents, StringComparer.Ordinal),
            StringComparer.Ordinal);
        foreach (var title in LabelsRemoved)
            parents.Remove(title);
        foreach (var title in LabelsAdded)
            parents.Add(title, new HashSet<string>(StringComparer.Ordinal));
        foreach (var edge in EdgesRemoved)
            parents.GetValueOrDefault(edge.Child)?.Remove(edge.Parent);
        foreach (var edge in EdgesAdded)
            parents[edge.Child].Add(edge.Parent);
        return parents;
    }
}
