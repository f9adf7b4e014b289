using System.Collections.Frozen;

namespace LabelPlatform.LabelGraph.Snapshots;

/// <summary>The labels by title, immutable, with what can be read off the tree computed ahead.</summary>
internal sealed class LabelTree
{
    private const int AncestorLevels = 3;

    private readonly Dictionary<string, LabelEntry> _labels;

    private LabelTree(Dictionary<string, LabelEntry> labels) => _labels = labels;

    public IReadOnlyCollection<LabelEntry> Labels => _labels.Values;

    public LabelEntry? Find(string title) => _labels.GetValueOrDefault(title);

    /// <summary>The same tree with other words at some labels.</summary>
    public LabelTree With(IEnumerable<KeyValuePair<string, string[]>> words)
    {
        var labels = new Dictionary<string, LabelEntry>(_labels, StringComparer.Ordinal);
        foreach (var (title, changed) in words)
            labels[title] = labels[title].With(changed);
        return new LabelTree(labels);
    }

    /// <summary>Compiles a tree.</summary>
    /// <param name="parents">The parents of every label; edges to oneself and to titles that are no label are dropped.</param>
    /// <param name="words">The sorted words of a label.</param>
    /// <param name="roots">The titles that are nobody's ancestor.</param>
    public static LabelTree Build(IReadOnlyDictionary<string, HashSet<string>> parents, Func<string, string[]> words, FrozenSet<string> roots)
    {
        var sorted = parents.ToDictionary(
            label => label.Key,
            label => Sorted(label.Value.Where(parent => parent != label.Key && parents.ContainsKey(parent))),
            StringComparer.Ordinal);
        var children = sorted
            .SelectMany(label => label.Value, (label, parent) => (parent, child: label.Key))
            .ToLookup(edge => edge.parent, edge => edge.child, StringComparer.Ordinal);

        return new LabelTree(sorted.Keys.ToDictionary(
            title => title,
            title => new LabelEntry(title, sorted[title], Sorted(children[title]), AncestorsOf(title, sorted, roots), words(title)),
            StringComparer.Ordinal));
    }

    private static string[] AncestorsOf(string title, Dictionary<string, string[]> parents, FrozenSet<string> roots)
    {
        // Labels already met are not gone through again: a graph of the original may hold a cycle.
        var met = new HashSet<string>(StringComparer.Ordinal) { title };
        var ancestors = new List<string>();
        string[] level = [title];
        for (var hop = 0; hop < AncestorLevels && level.Length > 0; hop++)
        {
            level = Sorted(level.SelectMany(label => parents[label]).Where(met.Add));
            ancestors.AddRange(level.Where(ancestor => !roots.Contains(ancestor)));
        }

        return [.. ancestors];
    }

    private static string[] Sorted(IEnumerable<string> titles)
    {
        var sorted = titles.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }
}
