using System.Numerics;
using System.Runtime.CompilerServices;

namespace LabelPlatform.Segmentation;

/// <summary>
/// Words with frequencies that come on top of the base dictionary: a trie whose edges are the slots of one hash table, so that it
/// grows a word at a time without sorting. A slot is <c>parent &lt;&lt; 40 | character &lt;&lt; 24 | child</c>; 0 is free.
/// Written by one thread, then read by many.
/// </summary>
internal sealed class WordTrie
{
    public const int Root = 0;

    /// <summary>A node that does not exist.</summary>
    public const int None = -1;

    private const int MaxNodes = 1 << 24;
    private const int NoFrequency = -1;

    private readonly FrequencyTable _frequencies;
    private ulong[] _slots;
    private int[] _frequencyIndexes;
    private int _shift;
    private int _nodes;

    public WordTrie(int expectedNodes = 0)
    {
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, expectedNodes * 2));
        _frequencies = new FrequencyTable();
        _slots = new ulong[capacity];
        _shift = 64 - BitOperations.Log2((uint)capacity);
        _frequencyIndexes = new int[capacity / 2];
        _frequencyIndexes[Root] = NoFrequency;
        _nodes = 1;
    }

    private WordTrie(WordTrie original)
    {
        _frequencies = original._frequencies.Clone();
        _slots = (ulong[])original._slots.Clone();
        _frequencyIndexes = (int[])original._frequencyIndexes.Clone();
        _shift = original._shift;
        _nodes = original._nodes;
    }

    /// <summary>How many words have a frequency.</summary>
    public int Count { get; private set; }

    public WordTrie Clone() => new(this) { Count = Count };

    /// <summary>The child of a node by a character, or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int node, char c)
    {
        ulong[] slots = _slots;
        ulong key = (ulong)(uint)node << 16 | c;
        for (int i = SlotOf(key); ; i++)
        {
            ulong slot = slots[i & (slots.Length - 1)];
            if (slot >> 24 == key)
                return (int)(slot & (MaxNodes - 1));
            if (slot == 0)
                return None;
        }
    }

    /// <summary>The node of a word or a beginning of words, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        int node = Root;
        for (int i = 0; i < word.Length && node != None; i++)
            node = Next(node, word[i]);
        return node;
    }

    /// <summary>False when the node is only the beginning of words.</summary>
    public bool TryGetFrequency(int node, out long frequency)
    {
        int index = _frequencyIndexes[node];
        frequency = index == NoFrequency ? 0 : _frequencies.Frequency(index);
        return index != NoFrequency;
    }

    /// <summary>The logarithm of the frequency, negative infinity for 0. False when the node is only the beginning of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetLogFrequency(int node, out double logFrequency)
    {
        int index = _frequencyIndexes[node];
        logFrequency = index == NoFrequency ? 0 : _frequencies.LogFrequency(index);
        return index != NoFrequency;
    }

    public bool Contains(ReadOnlySpan<char> word)
    {
        int node = Find(word);
        return node != None && _frequencyIndexes[node] != NoFrequency;
    }

    /// <summary>Gives a word a frequency. True when it had none.</summary>
    public bool Set(ReadOnlySpan<char> word, long frequency)
    {
        int node = Root;
        foreach (char c in word)
        {
            int next = Next(node, c);
            node = next == None ? AddNode(node, c) : next;
        }

        bool added = _frequencyIndexes[node] == NoFrequency;
        _frequencyIndexes[node] = _frequencies.IndexOf(frequency);
        Count += added ? 1 : 0;
        return added;
    }

    /// <summary>Takes a word its frequency; its nodes stay.</summary>
    public void Clear(ReadOnlySpan<char> word)
    {
        if (!Contains(word))
            return;
        _frequencyIndexes[Find(word)] = NoFrequency;
        Count--;
    }

    private int AddNode(int parent, char c)
    {
        if (_nodes == MaxNodes)
            throw new InvalidOperationException($"A dictionary holds at most {MaxNodes:N0} beginnings of words.");
        if (_nodes == _frequencyIndexes.Length)
            Grow();

        int node = _nodes++;
        _frequencyIndexes[node] = NoFrequency;
        Insert(((ulong)(uint)parent << 16 | c) << 24 | (uint)node);
        return node;
    }

    private void Grow()
    {
        ulong[] slots = _slots;
        _slots = new ulong[slots.Length * 2];
        _shift--;
        Array.Resize(ref _frequencyIndexes, _slots.Length / 2);
        foreach (ulong slot in slots)
        {
            if (slot != 0)
                Insert(slot);
        }
    }

    private void Insert(ulong slot)
    {
        int i = SlotOf(slot >> 24);
        while (_slots[i & (_slots.Length - 1)] != 0)
            i++;
        _slots[i & (_slots.Length - 1)] = slot;
    }

    // Fibonacci hashing: the high bits of the product depend on all bits of the key.
    private int SlotOf(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> _shift);
}
