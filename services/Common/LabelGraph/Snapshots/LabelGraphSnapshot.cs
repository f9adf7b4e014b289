using System.Collections.Frozen;
using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;

namespace LabelPlatform.LabelGraph.Snapshots;

/// <summary>
/// The label graph as one immutable object in memory: what every request is answered from. Safe for any number of threads; a changed graph
/// is a new snapshot that shares what did not change.
/// </summary>
public sealed class LabelGraphSnapshot
{
    private readonly LabelTree _tree;
    private readonly WordTable _words;
    private readonly FrozenSet<string> _roots;

    internal LabelGraphSnapshot(long version, LabelTree tree, WordTable words, FrozenSet<string> roots)
    {
        Version = version;
        _tree = tree;
        _words = words;
        _roots = roots;
    }

    /// <summary>Version of the graph; 0 for one that was never written by the platform.</summary>
    public long Version { get; }

    /// <summary>Whether the graph was never written by anybody: a sample may be put into it.</summary>
    public bool IsEmpty => Version == 0 && _tree.Labels.Count == 0;

    /// <summary>Every label, in no particular order.</summary>
    public IReadOnlyCollection<LabelEntry> Labels => _tree.Labels;

    /// <summary>Number of different vocabulary words.</summary>
    public int WordCount => _words.Count;

    /// <summary>
    /// Every vocabulary word once, in no particular order (another process enumerates the same words differently): sort where order matters.
    /// </summary>
    public IEnumerable<string> Words => _words.Words;

    /// <summary>A label by its title, or null.</summary>
    public LabelEntry? FindLabel(string title) => _tree.Find(title);

    /// <summary>The labels of a word, each once, sorted by title (ordinal); empty when it has none. It is ambiguous when there are several.</summary>
    public IReadOnlyList<LabelWeight> FindLabels(ReadOnlySpan<char> word) => _words.Find(word);

    /// <summary>The weight of a word at a label, or null when they are not related.</summary>
    public double? FindWeight(ReadOnlySpan<char> word, string label)
    {
        foreach (var related in _words.Find(word))
        {
            if (related.Label == label)
                return related.Weight;
        }

        return null;
    }

    /// <summary>The snapshot one version on, after a single edit. Costs microseconds, whatever the size of the graph.</summary>
    /// <exception cref="InvalidOperationException">The edit is not possible on this graph.</exception>
    public LabelGraphSnapshot Apply(LabelGraphEdit edit)
    {
        var plan = LabelGraphEditPlanner.Plan(this, edit);
        return plan.Errors.Count == 0
            ? Apply(plan.Changes, Version + 1)
            : throw new InvalidOperationException($"The edit does not fit version {Version} of the label graph: {plan.Errors[0].Reason}");
    }

    internal LabelGraphSnapshot Apply(LabelGraphChanges changes, long version)
    {
        var tree = changes.ChangesTree ? Rebuild(changes) : _tree;
        if (changes.WordsPut.Count == 0 && changes.WordsRemoved.Count == 0)
            return new LabelGraphSnapshot(version, tree, _words, _roots);

        var table = new WordTableBuilder(_words);
        var wordsByLabel = new Dictionary<string, SortedDictionary<string, bool>>(StringComparer.Ordinal);
        foreach (var (word, label) in changes.WordsRemoved)
        {
            table.Remove(word, label);
            Note(word, label, stays: false);
        }

        foreach (var (word, label, weight) in changes.WordsPut)
        {
            var title = tree.Find(label)!.Title;
            Note(table.Put(word, title, weight), title, stays: true);
        }

        var words = wordsByLabel
            .Where(label => tree.Find(label.Key) is not null)
            .Select(label => KeyValuePair.Create(label.Key, SortedWords.Change(tree.Find(label.Key)!.Words, label.Value)));
        return new LabelGraphSnapshot(version, tree.With(words), table.Build(), _roots);

        void Note(string word, string label, bool stays)
        {
            if (!wordsByLabel.TryGetValue(label, out var noted))
                wordsByLabel.Add(label, noted = new SortedDictionary<string, bool>(StringComparer.Ordinal));
            noted[word] = stays;
        }
    }

    private LabelTree Rebuild(LabelGraphChanges changes)
    {
        var parents = changes.ParentsAfter(this);
        return LabelTree.Build(parents, title => (string[]?)_tree.Find(title)?.Words ?? [], _roots);
    }
}
