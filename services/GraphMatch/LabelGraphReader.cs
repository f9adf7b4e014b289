using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.GraphMatch;

/// <summary>What people see of a snapshot.</summary>
internal static class LabelGraphReader
{
    public static LabelGraphFound Read(LabelGraphSnapshot snapshot) => new(
        snapshot.Version,
        [.. snapshot.Labels
            .OrderBy(label => label.Title, StringComparer.Ordinal)
            .Select(label => new LabelNode(label.Title, label.Parents, label.Children, label.Words.Count))],
        snapshot.WordCount);

    /// <summary>The label with the page of its words that was asked for, or null when there is none of that title.</summary>
    public static LabelFound? ReadLabel(LabelGraphSnapshot snapshot, GetLabel request)
    {
        if (snapshot.FindLabel(request.Title) is not { } label)
            return null;
        var words = label.Words
            .Skip(request.Offset)
            .Take(request.Limit)
            .Select(word => new WordWeight(word, snapshot.FindWeight(word, label.Title)!.Value));
        return new LabelFound(snapshot.Version, label.Title, label.Parents, label.Children, label.Ancestors, label.Words.Count, [.. words]);
    }
}
