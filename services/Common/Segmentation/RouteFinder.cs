using System.Runtime.CompilerServices;

namespace LabelPlatform.Segmentation;

/// <summary>
/// The most probable way to cut a block into words of the lexicon, from its end to its beginning. jieba first lists all words of the
/// block, then searches; walking the dictionary from each position backwards does both at once.
/// </summary>
internal static class RouteFinder
{
    /// <summary>Fills <see cref="Cell.Next"/> for each character of the block; there is one cell more than characters.</summary>
    public static void Find(in Lexicon lexicon, ReadOnlySpan<char> block, Span<Cell> cells)
    {
        for (int i = 0; i < block.Length; i++)
            cells[i].Code = lexicon.Dictionary.CodeOf(block[i]);
        cells[block.Length].Code = 0; // no word goes on over the end
        cells[block.Length].Route = 0;

        var edits = lexicon.Edits;
        for (int start = block.Length - 1; start >= 0; start--)
        {
            // An edited word begins at few places.
            if (edits is not null && edits.Next(WordTrie.Root, block[start]) != WordTrie.None)
                FindNextEdited(lexicon.Dictionary, edits, lexicon.LogTotal, block, cells, start);
            else
                FindNext(lexicon.Dictionary, lexicon.LogTotal, cells, start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FindNext(PrefixDictionary dictionary, double logTotal, Span<Cell> cells, int start)
    {
        ulong[] nodes = dictionary.Nodes;
        double best = double.NegativeInfinity;
        int next = start + 1;
        int nodeBase = Node.BaseOf(nodes[Node.Root]);
        for (int end = start; ;)
        {
            ushort code = cells[end].Code;
            ulong node = nodes[nodeBase + code];
            if (Node.CodeOf(node) != code)
                break;

            end++;
            int frequency = Node.FrequencyIndexOf(node);
            if (frequency != 0)
            {
                // The order of the additions is Python's: another one rounds differently.
                double route = dictionary.Logarithms[frequency] - logTotal + cells[end].Route;
                TakeIfBetter(ref best, ref next, route, end);
            }

            nodeBase = Node.BaseOf(node);
        }

        Finish(logTotal, cells, start, best, next);
    }

    private static void FindNextEdited(
        PrefixDictionary dictionary, WordTrie edits, double logTotal, ReadOnlySpan<char> block, Span<Cell> cells, int start)
    {
        ulong[] nodes = dictionary.Nodes;
        double best = double.NegativeInfinity;
        int next = start + 1;
        ulong node = nodes[Node.Root];
        int edited = WordTrie.Root;
        for (int end = start; end < block.Length && (node != Node.Free || edited != WordTrie.None);)
        {
            bool known = false;
            double logFrequency = 0;
            if (edited != WordTrie.None)
            {
                edited = edits.Next(edited, block[end]);
                known = edited != WordTrie.None && edits.TryGetLogFrequency(edited, out logFrequency);
            }

            if (node != Node.Free)
            {
                ushort code = cells[end].Code;
                node = nodes[Node.BaseOf(node) + code];
                if (Node.CodeOf(node) != code)
                {
                    node = Node.Free;
                }
                else if (!known && Node.FrequencyIndexOf(node) is not 0 and var frequency)
                {
                    known = true;
                    logFrequency = dictionary.Logarithms[frequency];
                }
            }

            end++;
            if (known && !double.IsNegativeInfinity(logFrequency))
                TakeIfBetter(ref best, ref next, logFrequency - logTotal + cells[end].Route, end);
        }

        Finish(logTotal, cells, start, best, next);
    }

    // Of equal routes the longer word wins, as in jieba's max over (probability, end).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TakeIfBetter(ref double best, ref int next, double route, int end)
    {
        if (route >= best)
        {
            best = route;
            next = end;
        }
    }

    // Without a word from here, the character stands alone, with frequency 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(double logTotal, Span<Cell> cells, int start, double best, int next)
    {
        cells[start].Route = double.IsNegativeInfinity(best) ? -logTotal + cells[next].Route : best;
        cells[start].Next = next;
    }
}
