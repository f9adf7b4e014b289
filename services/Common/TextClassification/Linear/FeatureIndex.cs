using System.Numerics;

namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// Features by their characters, numbered from 0 in the order they come: the characters behind one another, and a hash table of numbers.
/// Written by one thread, then read by many.
/// </summary>
internal sealed class FeatureIndex
{
    private const int None = -1;
    private const int MinSlots = 16;

    // The upper half is the feature's hash, so that a probe seldom has to look at its characters; the lower half its number plus one.
    private ulong[] _slots;
    private int _shift;

    // Where a feature's characters start, times two, plus one for a word; one more than there are features.
    private int[] _starts;
    private char[] _characters;

    public FeatureIndex(int expectedCount = 0)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(MinSlots, 2 * expectedCount));
        _slots = new ulong[slots];
        _shift = 64 - BitOperations.Log2((uint)slots);
        _starts = new int[Math.Max(MinSlots, expectedCount + 1)];
        _characters = new char[Math.Max(MinSlots, 3 * expectedCount)];
    }

    public int Count { get; private set; }

    public FeatureKind KindOf(int feature) => (FeatureKind)(_starts[feature] & 1);

    public ReadOnlySpan<char> CharactersOf(int feature) => _characters.AsSpan((_starts[feature] >> 1)..(_starts[feature + 1] >> 1));

    /// <summary>The feature's number, or -1.</summary>
    public int Find(FeatureKind kind, ReadOnlySpan<char> characters) => Find(kind, characters, Hash(kind, characters), out _);

    /// <summary>The feature's number, which may be new.</summary>
    public int FindOrAdd(FeatureKind kind, ReadOnlySpan<char> characters)
    {
        var hash = Hash(kind, characters);
        var feature = Find(kind, characters, hash, out var slot);
        if (feature != None)
            return feature;
        if (2 * (Count + 1) > _slots.Length)
        {
            Rehash();
            Find(kind, characters, hash, out slot);
        }

        _slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | (uint)(Count + 1);
        return Append(kind, characters);
    }

    private int Append(FeatureKind kind, ReadOnlySpan<char> characters)
    {
        var start = _starts[Count] >> 1;
        if (Count + 2 > _starts.Length)
            Array.Resize(ref _starts, 2 * _starts.Length);
        if (start + characters.Length > _characters.Length)
            Array.Resize(ref _characters, Math.Max(2 * _characters.Length, start + characters.Length));
        characters.CopyTo(_characters.AsSpan(start));
        _starts[Count] = (start << 1) | (int)kind;
        _starts[Count + 1] = (start + characters.Length) << 1;
        return Count++;
    }

    private int Find(FeatureKind kind, ReadOnlySpan<char> characters, ulong hash, out int slot)
    {
        for (slot = (int)(hash >> _shift); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var entry = _slots[slot];
            if (entry == 0)
                return None;
            if (entry >> 32 != hash >> 32)
                continue;
            var feature = (int)(uint)entry - 1;
            if (KindOf(feature) == kind && CharactersOf(feature).SequenceEqual(characters))
                return feature;
        }
    }

    private void Rehash()
    {
        _slots = new ulong[2 * _slots.Length];
        _shift--;
        for (var feature = 0; feature < Count; feature++)
        {
            var hash = Hash(KindOf(feature), CharactersOf(feature));
            var slot = (int)(hash >> _shift);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | (uint)(feature + 1);
        }
    }

    // Fibonacci hashing, a step a character: the high bits depend on all before.
    private static ulong Hash(FeatureKind kind, ReadOnlySpan<char> characters)
    {
        var hash = (ulong)kind + 1;
        foreach (var c in characters)
        {
            hash = (hash + c) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
        }

        return hash * 0xBF58476D1CE4E5B9;
    }
}
