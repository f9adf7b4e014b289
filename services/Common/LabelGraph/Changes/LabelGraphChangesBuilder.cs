using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Changes;

/// <summary>Collects changes against a snapshot; what is there already is no change. Each relation may be named once.</summary>
internal sealed class LabelGraphChangesBuilder(LabelGraphSnapshot snapshot)
{
    private readonly List<string> _labelsAdded = [];
    private readonly List<string> _labelsRemoved = [];
    private readonly List<LabelEdge> _edgesAdded = [];
    private readonly List<LabelEdge> _edgesRemoved = [];
    private readonly List<WeightedWordRelation> _wordsPut = [];
    private readonly List<WordRelation> _wordsRemoved = [];
    private readonly HashSet<string> _wordsAdded = new(StringComparer.Ordinal);
    private int _weightsChanged;

    public void AddLabel(string title)
    {
        if (snapshot.FindLabel(title) is null)
            _labelsAdded.Add(title);
    }

    /// <summary>Removes a label with all its relations; those to labels removed with it are removed with the parent.</summary>
    public void RemoveLabel(LabelEntry label)
    {
        _labelsRemoved.Add(label.Title);
        _edgesRemoved.AddRange(label.Parents.Select(parent => new LabelEdge(parent, label.Title)));
        foreach (var word in label.Words)
            RemoveWord(word, label.Title);
    }

    public void AddEdge(LabelEdge edge)
    {
        if (snapshot.FindLabel(edge.Child)?.Parents.Contains(edge.Parent) is not true)
            _edgesAdded.Add(edge);
    }

    public void RemoveEdge(LabelEdge edge) => _edgesRemoved.Add(edge);

    public void PutWord(string word, string label, double weight)
    {
        var before = snapshot.FindWeight(word, label);
        if (before == weight)
            return;
        _wordsPut.Add(new WeightedWordRelation(word, label, weight));
        if (before is null)
            _wordsAdded.Add(word);
        else
            _weightsChanged++;
    }

    public void RemoveWord(string word, string label) => _wordsRemoved.Add(new WordRelation(word, label));

    public LabelGraphChanges Build() => new()
    {
        LabelsAdded = _labelsAdded,
        LabelsRemoved = _labelsRemoved,
        EdgesAdded = _edgesAdded,
        EdgesRemoved = _edgesRemoved,
        WordsPut = _wordsPut,
        WeightsChanged = _weightsChanged,
        WordsRemoved = _wordsRemoved,
        WordsVanished = [.. WordsVanished()],
    };

    private IEnumerable<string> WordsVanished() =>
        from relation in _wordsRemoved
        group relation by relation.Word into removed
        where removed.Count() == snapshot.FindLabels(removed.Key).Count && !_wordsAdded.Contains(removed.Key)
        select removed.Key;
}
