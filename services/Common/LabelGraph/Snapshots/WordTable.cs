using LabelPlatform.Contracts.GraphMatching;

namespace LabelPlatform.LabelGraph.Snapshots;

/// <summary>
/// Word → labels and weights, immutable. The words are spread over shards by their hash, so that a changed table copies only the shards
/// it changes (about 120 words each at 500,000) and shares the others.
/// </summary>
internal sealed class WordTable
{
    internal const int ShardBits = 12;

    private readonly Dictionary<string, LabelWeight[]>?[] _shards;

    internal WordTable(Dictionary<string, LabelWeight[]>?[] shards, int count)
    {
        _shards = shards;
        Count = count;
    }

    public static WordTable Empty { get; } = new(new Dictionary<string, LabelWeight[]>?[1 << ShardBits], 0);

    public int Count { get; }

    public IEnumerable<string> Words => _shards.Where(shard => shard is not null).SelectMany(shard => shard!.Keys);

    /// <summary>The labels of a word, sorted by title; empty when it has none.</summary>
    public LabelWeight[] Find(ReadOnlySpan<char> word) =>
        _shards[ShardOf(word)] is { } shard && shard.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var labels) ? labels : [];

    public Dictionary<string, LabelWeight[]>?[] CopyShards() => [.. _shards];

    public static int ShardOf(ReadOnlySpan<char> word) => (int)((uint)string.GetHashCode(word, StringComparison.Ordinal) >> (32 - ShardBits));
}
