using System.Runtime.CompilerServices;

namespace LabelPlatform.Segmentation;

/// <summary>
/// jieba's dictionary as a double array: the child of a node by a character is at the node's base + the character's code, and is
/// recognised by that code. A node is <c>code | base &lt;&lt; 16 | frequency index &lt;&lt; 48</c>.
/// </summary>
internal sealed class BaseDictionary(long total, long[] frequencies, double[] logarithms, ushort[] codes, ulong[] nodes)
{
    /// <summary>The base of the root. (0 is the base of the leaves, under which nothing is ever found.)</summary>
    public const int Root = 1;

    /// <summary>The sum of all frequencies.</summary>
    public long Total => total;

    /// <summary>The code of a character; 0, which no node has, when it is part of no word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort CodeOf(char c) => c < codes.Length ? codes[c] : (ushort)0;

    /// <summary>Steps down. False when no word goes on so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(int nodeBase, ushort code, out ulong node)
    {
        node = nodes[nodeBase + code];
        return (ushort)node == code;
    }

    /// <summary>Where the children of a node are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BaseOf(ulong node) => (int)(uint)(node >> 16);

    /// <summary>The frequency index of a node; 0 when it is only the beginning of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FrequencyIndexOf(ulong node) => (int)(node >> 48);

    /// <summary>The logarithm of the frequency with this index (not 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LogFrequency(int frequencyIndex) => logarithms[frequencyIndex];

    /// <summary>The word's frequency, 0 when it is only the beginning of words, -1 when it is not even that.</summary>
    public long FrequencyOf(ReadOnlySpan<char> word)
    {
        ulong node = (ulong)Root << 16;
        foreach (char c in word)
        {
            if (!TryNext(BaseOf(node), CodeOf(c), out node))
                return -1;
        }

        return frequencies[FrequencyIndexOf(node)];
    }
}
