using System.Runtime.CompilerServices;

namespace LabelPlatform.Segmentation;

/// <summary>
/// All words and beginnings of words with their frequencies, jieba's <c>FREQ</c>, as a double array: the child of a node by a character
/// is at the node's base + the character's code, and is recognised by that code. <see cref="DictionaryMerger"/> makes one from another.
/// </summary>
internal sealed class PrefixDictionary(long[] frequencies, double[] logarithms, ushort[] codes, ulong[] nodes)
{
    /// <summary>The distinct frequencies. [0] is 0: no word, but the beginning of words, or forbidden.</summary>
    public long[] Frequencies => frequencies;

    /// <summary>Their natural logarithms.</summary>
    public double[] Logarithms => logarithms;

    /// <summary>The code of each UTF-16 unit; 0, which no node has, for one that is part of no word.</summary>
    public ushort[] Codes => codes;

    /// <summary>The nodes, see <see cref="Node"/>; [0] is the root.</summary>
    public ulong[] Nodes => nodes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort CodeOf(char c) => c < codes.Length ? codes[c] : (ushort)0;

    /// <summary>The node of a word or a beginning of words. False when there is none.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out ulong node)
    {
        node = nodes[Node.Root];
        foreach (char c in word)
        {
            ushort code = CodeOf(c);
            node = nodes[Node.BaseOf(node) + code];
            if (Node.CodeOf(node) != code)
                return false;
        }

        return true;
    }

    /// <summary>The word's frequency, 0 when it is only the beginning of words, -1 when it is not even that.</summary>
    public long FrequencyOf(ReadOnlySpan<char> word) => TryFind(word, out ulong node) ? frequencies[Node.FrequencyIndexOf(node)] : -1;
}
