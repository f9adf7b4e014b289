using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace LabelPlatform.LabelGraph.Snapshots;

/// <summary>Compiles a snapshot from what a store holds, row by row. What a graph of the original may hold twice counts once.</summary>
/// <param name="roots">The titles that are nobody's ancestor.</param>
public sealed class LabelGraphSnapshotBuilder(IEnumerable<string> roots)
{
    private readonly FrozenSet<string> _roots = roots.ToFrozenSet(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _words = new(StringComparer.Ordinal);
    private readonly WordTableBuilder _table = new(WordTable.Empty);

    /// <summary>Adds a label, or names one again.</summary>
    /// <returns>The title, as the one string that the snapshot shares.</returns>
    public string AddLabel(string title)
    {
        if (_words.TryAdd(title, []))
            _parents.Add(title, new HashSet<string>(StringComparer.Ordinal));
        else
            title = _parents.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(title, out var known, out _) ? known : title;
        return title;
    }

    /// <summary>Adds a <c>Contain</c> relation and the labels at its ends.</summary>
    public void AddParent(string label, string parent)
    {
        parent = AddLabel(parent);
        AddLabel(label);
        _parents[label].Add(parent);
    }

    /// <summary>Adds a <c>Related</c> relation of a word to a label that was added before. Of several, the highest weight counts.</summary>
    public void AddWord(string word, string label, double weight)
    {
        var words = CollectionsMarshal.GetValueRefOrNullRef(_words, label);
        words.Add(_table.Put(word, label, weight, keepHighest: true));
    }

    /// <summary>The snapshot. The builder is used up.</summary>
    public LabelGraphSnapshot Build(long version)
    {
        var tree = LabelTree.Build(_parents, title => SortedWords.Of(_words[title]), _roots);
        return new LabelGraphSnapshot(version, tree, _table.Build(), _roots);
    }
}
