using System.Numerics;

namespace LabelPlatform.Segmentation;

/// <summary>
/// Makes a dictionary of another and the words on top of it. The array is copied; then, from the root down, the children of each node
/// that gets new ones move together to where all of them fit, which leaves what is under them as it is: a node's children are found by
/// its base, not by its place.
/// </summary>
internal sealed class DictionaryMerger
{
    private readonly WordTrie _words;
    private readonly FrequencyTable _frequencies;
    private readonly BitSet _occupied;
    private readonly BitSet _bases;
    private readonly List<ushort> _siblings = [];

    /// <summary>Where to look for room for so many (log2) children: what lies before is too full.</summary>
    private readonly int[] _searchFrom = new int[17];

    /// <summary>The children of the original's nodes, as lists: the first by the parent's base, the next by the child's slot.</summary>
    private readonly ushort[] _firstChild;
    private readonly ushort[] _nextChild;

    private ushort[] _codes;
    private int _lastCode;
    private ulong[] _nodes;
    private int _lastBase;

    private DictionaryMerger(PrefixDictionary original, WordTrie words)
    {
        _words = words;
        _frequencies = new FrequencyTable(original.Frequencies, original.Logarithms);
        _codes = original.Codes;
        _lastCode = _codes.Max();
        _nodes = original.Nodes;
        _occupied = new BitSet(_nodes.Length * 2);
        _bases = new BitSet(_nodes.Length * 2);
        _firstChild = new ushort[_nodes.Length];
        _nextChild = new ushort[_nodes.Length];
        Survey();
    }

    public static PrefixDictionary Merge(PrefixDictionary original, WordTrie words)
    {
        var merger = new DictionaryMerger(original, words);
        return merger.Merge();
    }

    private void Survey()
    {
        _bases.Set(0);
        _occupied.Set(Node.Root);
        _bases.Set(Node.BaseOf(_nodes[Node.Root]));
        for (int slot = 1; slot < _nodes.Length; slot++)
        {
            ulong node = _nodes[slot];
            if (node == Node.Free)
                continue;

            ushort code = Node.CodeOf(node);
            _nextChild[slot] = _firstChild[slot - code];
            _firstChild[slot - code] = code;
            _occupied.Set(slot);
            _bases.Set(slot - code);
            _lastBase = Math.Max(_lastBase, slot - code);
        }
    }

    private PrefixDictionary Merge()
    {
        _nodes = (ulong[])_nodes.Clone();
        var open = new Stack<(int Word, int Slot)>();
        open.Push((WordTrie.Root, Node.Root));
        while (open.TryPop(out var parent))
        {
            int nodeBase = PlaceChildren(parent.Word, parent.Slot);
            for (int child = _words.FirstChild(parent.Word); child != WordTrie.None; child = _words.NextSibling(child))
            {
                int slot = nodeBase + _codes[_words.CharacterOf(child)];
                if (_words.TryGetFrequency(child, out long frequency))
                    _nodes[slot] = Node.WithFrequency(_nodes[slot], _frequencies.IndexOf(frequency), _words.IsVocabulary(child));
                if (_words.FirstChild(child) != WordTrie.None)
                    open.Push((child, slot));
            }
        }

        return new PrefixDictionary(
            _frequencies.Frequencies[.._frequencies.Count],
            _frequencies.Logarithms[.._frequencies.Count],
            _codes,
            _nodes[..(_lastBase + _lastCode + 1)]);
    }

    /// <summary>Sees to it that a node has all children that the trie's node has. Returns its base.</summary>
    private int PlaceChildren(int word, int slot)
    {
        int oldBase = Node.BaseOf(_nodes[slot]);
        _siblings.Clear();
        for (int child = _words.FirstChild(word); child != WordTrie.None; child = _words.NextSibling(child))
        {
            ushort code = CodeOf(_words.CharacterOf(child));
            if (oldBase == 0 || oldBase + code >= _nodes.Length || Node.CodeOf(_nodes[oldBase + code]) != code)
                _siblings.Add(code);
        }

        if (oldBase == 0 || !FitsUnder(oldBase))
            return Move(slot, oldBase);

        foreach (ushort code in _siblings)
            Occupy(oldBase + code, Node.Create(code));
        return oldBase;
    }

    private bool FitsUnder(int nodeBase)
    {
        foreach (ushort code in _siblings)
        {
            if (nodeBase + code >= _nodes.Length || _nodes[nodeBase + code] != Node.Free)
                return false;
        }

        return true;
    }

    /// <summary>Gives a node another base, under which there is room for the new children and those it has.</summary>
    private int Move(int slot, int oldBase)
    {
        int added = _siblings.Count;
        if (oldBase != 0)
        {
            for (int code = _firstChild[oldBase]; code != 0; code = _nextChild[oldBase + code])
                _siblings.Add((ushort)code);
            _bases.Clear(oldBase);
        }

        int newBase = FindBase();
        _bases.Set(newBase);
        for (int i = 0; i < _siblings.Count; i++)
        {
            ushort code = _siblings[i];
            Occupy(newBase + code, i < added ? Node.Create(code) : Take(oldBase + code));
        }

        _nodes[slot] = Node.WithBase(_nodes[slot], newBase);
        return newBase;
    }

    private void Occupy(int slot, ulong node)
    {
        _nodes[slot] = node;
        _occupied.Set(slot);
    }

    private ulong Take(int slot)
    {
        ulong node = _nodes[slot];
        _nodes[slot] = Node.Free;
        _occupied.Clear(slot);
        return node;
    }

    /// <summary>The first base that is not another node's and under which there is room for all siblings, 64 candidates at a time.</summary>
    private int FindBase()
    {
        ref int searchFrom = ref _searchFrom[BitOperations.Log2((uint)_siblings.Count)];
        for (int candidates = searchFrom; ; candidates += 64)
        {
            ulong refused = _bases.Window(candidates);
            for (int i = 0; i < _siblings.Count && refused != ulong.MaxValue; i++)
                refused |= _occupied.Window(candidates + _siblings[i]);
            if (refused == ulong.MaxValue)
                continue;

            searchFrom = candidates;
            int found = candidates + BitOperations.TrailingZeroCount(~refused);
            Reserve(found);
            return found;
        }
    }

    private void Reserve(int nodeBase)
    {
        if (nodeBase > Node.MaxBase)
            throw new InvalidOperationException($"The dictionary has too many words: more than {Node.MaxBase:N0} beginnings of words.");

        _lastBase = Math.Max(_lastBase, nodeBase);
        int length = _nodes.Length;
        if (_lastBase + ushort.MaxValue < length)
            return;
        Array.Resize(ref _nodes, Math.Max(length + length / 2, _lastBase + ushort.MaxValue + 1));
        _nodes.AsSpan(length).Fill(Node.Free);
    }

    private ushort CodeOf(char c)
    {
        if (c < _codes.Length && _codes[c] != 0)
            return _codes[c];

        ushort[] codes = new ushort[Math.Max(_codes.Length, c + 1)];
        _codes.CopyTo(codes, 0);
        _codes = codes;
        return _codes[c] = (ushort)++_lastCode;
    }
}
