using System.Runtime.CompilerServices;

namespace LabelPlatform.Segmentation;

/// <summary>
/// A node of the double array in 64 bits: 16 for the code it is recognised by, 24 for the base of its children, 1 for whether the word
/// is part of the vocabulary, 23 for the index of its frequency. Since a slot is recognised by its code alone, no two nodes have the same
/// base; base 0 is that of all leaves, under which nothing is ever found.
/// </summary>
internal static class Node
{
    public const int Root = 0;
    public const int MaxBase = (1 << 24) - 1;
    public const int MaxFrequencyIndex = (1 << 23) - 1;

    /// <summary>A slot without a node. Its code is no character's.</summary>
    public const ulong Free = 0xFFFF;

    private const int BaseShift = 16;
    private const int VocabularyShift = 40;
    private const int FrequencyShift = 41;

    public static ulong Create(ushort code) => code;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort CodeOf(ulong node) => (ushort)node;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BaseOf(ulong node) => (int)(node >> BaseShift) & MaxBase;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FrequencyIndexOf(ulong node) => (int)(node >> FrequencyShift);

    public static bool IsVocabulary(ulong node) => (node >> VocabularyShift & 1) != 0;

    public static ulong WithBase(ulong node, int nodeBase) => node & ~((ulong)MaxBase << BaseShift) | (ulong)nodeBase << BaseShift;

    public static ulong WithFrequency(ulong node, int frequencyIndex, bool vocabulary) =>
        node & ((1UL << VocabularyShift) - 1) | (vocabulary ? 1UL << VocabularyShift : 0) | (ulong)frequencyIndex << FrequencyShift;
}
