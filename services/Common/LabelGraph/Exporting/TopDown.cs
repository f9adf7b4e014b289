using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Exporting;

internal static class TopDown
{
    /// <summary>
    /// The labels by level, every label below all its parents, sorted by title within a level. What a cycle keeps from being below anything
    /// forms the last level.
    /// </summary>
    public static List<LabelEntry[]> Levels(LabelGraphSnapshot snapshot)
    {
        var open = snapshot.Labels.ToDictionary(label => label.Title, label => label.Parents.Count, StringComparer.Ordinal);
        var levels = new List<LabelEntry[]>();
        for (var level = Sorted(open.Where(label => label.Value == 0).Select(label => label.Key)); level.Length > 0;)
        {
            levels.Add(level);
            foreach (var label in level)
                open.Remove(label.Title);
            level = Sorted(level.SelectMany(label => label.Children).Where(child => --open[child] == 0));
        }

        if (open.Count > 0)
            levels.Add(Sorted(open.Keys));
        return levels;

        LabelEntry[] Sorted(IEnumerable<string> titles) =>
            [.. titles.Order(StringComparer.Ordinal).Select(title => snapshot.FindLabel(title)!)];
    }
}
