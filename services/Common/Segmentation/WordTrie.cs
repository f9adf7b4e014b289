using System.Numerics;
using System.Runtime.CompilerServices;

namespace LabelPlatform.Segmentation;

/// <summary>
/// Words with frequencies that come on top of a dictionary: a trie whose edges are the slots of one hash table, so that it grows a word
/// at a time. A slot is <c>parent &lt;&lt; 40 | character &lt;&lt; 24 | child</c>; 0 is free. Written by one thread, then read by many.
/// </summary>
internal sealed class WordTrie
{
    public const int Root = 0;

    /// <summary>A node that does not exist.</summary>
    public const int None = -1;

    private const int MaxNodes = 1 << 24;

    private readonly FrequencyTable _frequencies;
    private ulong[] _slots;
    private TrieNode[] _nodes;
    private int _shift;
    private int _nodeCount;

    public WordTrie(int expectedNodes = 0)
    {
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, expectedNodes * 2));
        _frequencies = new FrequencyTable();
        _slots = new ulong[capacity];
        _shift = 64 - BitOperations.Log2((uint)capacity);
        _nodes = new TrieNode[Math.Max(8, expectedNodes)];
        _nodes[Root] = TrieNode.Create('\0', None);
        _nodeCount = 1;
    }

    private WordTrie(WordTrie original)
    {
        _frequencies = original._frequencies.Clone();
        _slots = (ulong[])original._slots.Clone();
        _nodes = (TrieNode[])original._nodes.Clone();
        _shift = original._shift;
        _nodeCount = original._nodeCount;
        Count = original.Count;
    }

    /// <summary>How many words have a frequency.</summary>
    public int Count { get; private set; }

    public WordTrie Clone() => new(this);

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

    public int FirstChild(int node) => _nodes[node].FirstChild;

    public int NextSibling(int node) => _nodes[node].NextSibling;

    public char CharacterOf(int node) => _nodes[node].Character;

    /// <summary>Whether the word was set as a word of the vocabulary.</summary>
    public bool IsVocabulary(int node) => _nodes[node].IsVocabulary;

    /// <summary>False when the node is only the beginning of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetFrequency(int node, out long frequency)
    {
        int index = _nodes[node].FrequencyIndex;
        frequency = index == None ? 0 : _frequencies.Frequencies[index];
        return index != None;
    }

    /// <summary>The logarithm of the frequency, negative infinity for 0. False when the node is only the beginning of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetLogFrequency(int node, out double logFrequency)
    {
        int index = _nodes[node].FrequencyIndex;
        logFrequency = index == None ? 0 : _frequencies.Logarithms[index];
        return index != None;
    }

    /// <summary>Gives a word a frequency. True when it had none.</summary>
    public bool Set(ReadOnlySpan<char> word, long frequency, bool vocabulary = false)
    {
        int id = Root;
        foreach (char c in word)
        {
            int next = Next(id, c);
            id = next == None ? AddNode(id, c) : next;
        }

        ref var node = ref _nodes[id];
        bool added = node.FrequencyIndex == None;
        node.FrequencyIndex = _frequencies.IndexOf(frequency);
        node.IsVocabulary = vocabulary;
        Count += added ? 1 : 0;
        return added;
    }

    private int AddNode(int parent, char c)
    {
        if (_nodeCount == MaxNodes)
            throw new InvalidOperationException($"The dictionary has too many words: more than {MaxNodes:N0} beginnings of words.");
        if (_nodeCount == _nodes.Length)
            Array.Resize(ref _nodes, _nodes.Length * 2);
        if (_nodeCount > _slots.Length / 2)
            Rehash();

        int node = _nodeCount++;
        _nodes[node] = TrieNode.Create(c, _nodes[parent].FirstChild);
        _nodes[parent].FirstChild = node;
        Insert(((ulong)(uint)parent << 16 | c) << 24 | (uint)node);
        return node;
    }

    private void Rehash()
    {
        ulong[] slots = _slots;
        _slots = new ulong[slots.Length * 2];
        _shift--;
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
