using LabelPlatform.Contracts.GraphMatching;

namespace LabelPlatform.LabelGraph.Snapshots;

/// <summary>Makes the next <see cref="WordTable"/> from one: copies a shard when it is first changed.</summary>
internal sealed class WordTableBuilder(WordTable source)
{
    private readonly Dictionary<string, LabelWeight[]>?[] _shards = source.CopyShards();
    private readonly bool[] _own = new bool[1 << WordTable.ShardBits];
    private int _count = source.Count;

    /// <summary>Relates a word to a label, or sets the weight. Returns the table's own string of the word.</summary>
    public string Put(string word, string label, double weight, bool keepHighest = false)
    {
        var shard = OwnShard(word);
        if (!shard.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known, out var labels))
        {
            shard.Add(word, [new LabelWeight(label, weight)]);
            _count++;
            return word;
        }

        shard[known] = Put(labels, label, weight, keepHighest);
        return known;
    }

    /// <summary>Removes a word's relation to a label; a word left without one vanishes.</summary>
    public void Remove(string word, string label)
    {
        var shard = OwnShard(word);
        if (!shard.TryGetValue(word, out var labels))
            return;
        var rest = Array.FindAll(labels, related => related.Label != label);
        if (rest.Length > 0)
            shard[word] = rest;
        else if (shard.Remove(word))
            _count--;
    }

    public WordTable Build() => new(_shards, _count);

    private static LabelWeight[] Put(LabelWeight[] labels, string label, double weight, bool keepHighest)
    {
        var index = Array.FindIndex(labels, related => related.Label == label);
        if (index < 0)
        {
            LabelWeight[] more = [.. labels, new LabelWeight(label, weight)];
            Array.Sort(more, static (left, right) => string.CompareOrdinal(left.Label, right.Label));
            return more;
        }

        if (keepHighest && labels[index].Weight >= weight)
            return labels;
        LabelWeight[] changed = [.. labels];
        changed[index] = new LabelWeight(labels[index].Label, weight);
        return changed;
    }

    private Dictionary<string, LabelWeight[]> OwnShard(string word)
    {
        var index = WordTable.ShardOf(word);
        if (!_own[index])
        {
            _shards[index] = _shards[index] is { } shared ? new(shared, StringComparer.Ordinal) : new(StringComparer.Ordinal);
            _own[index] = true;
        }

        return _shards[index]!;
    }
}
