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
            cells[i].Code = lexicon.Base.CodeOf(block[i]);
        cells[block.Length].Code = 0; // no word goes on over the end
        cells[block.Length].Route = 0;

        if (lexicon.Layers.Length == 0)
            FindInBase(lexicon.Base, lexicon.LogTotal, cells[..(block.Length + 1)]);
        else
            FindInLayers(lexicon, block, cells[..(block.Length + 1)]);
    }

    private static void FindInBase(BaseDictionary dictionary, double logTotal, Span<Cell> cells)
    {
        for (int start = cells.Length - 2; start >= 0; start--)
        {
            // Without a word from here, the character stands alone, with frequency 1.
            int next = start + 1;
            double best = double.NegativeInfinity;
            int nodeBase = BaseDictionary.Root;
            for (int end = start; dictionary.TryNext(nodeBase, cells[end].Code, out ulong node);)
            {
                end++;
                int frequency = BaseDictionary.FrequencyIndexOf(node);
                if (frequency != 0)
                {
                    // Of equal routes the longer word wins, as in jieba's max over (probability, end). The order of the
                    // additions is Python's too.
                    double route = dictionary.LogFrequency(frequency) - logTotal + cells[end].Route;
                    if (route >= best)
                        (best, next) = (route, end);
                }

                nodeBase = BaseDictionary.BaseOf(node);
            }

            if (best == double.NegativeInfinity)
                best = -logTotal + cells[next].Route;
            cells[start].Route = best;
            cells[start].Next = next;
        }
    }

    private static void FindInLayers(in Lexicon lexicon, ReadOnlySpan<char> block, Span<Cell> cells)
    {
        var dictionary = lexicon.Base;
        var layers = lexicon.Layers;
        double logTotal = lexicon.LogTotal;
        Span<int> nodes = stackalloc int[layers.Length];
        for (int start = block.Length - 1; start >= 0; start--)
        {
            int next = start + 1;
            double best = double.NegativeInfinity;
            int nodeBase = BaseDictionary.Root;
            nodes.Clear();
            for (int end = start, alive = 1; alive != 0 && end < block.Length;)
            {
                alive = 0;
                bool known = false;
                double logFrequency = 0;
                for (int layer = 0; layer < layers.Length; layer++)
                {
                    int node = nodes[layer];
                    if (node == WordTrie.None)
                        continue;
                    nodes[layer] = node = layers[layer].Next(node, block[end]);
                    if (node == WordTrie.None)
                        continue;
                    alive = 1;
                    if (!known)
                        known = layers[layer].TryGetLogFrequency(node, out logFrequency);
                }

                if (nodeBase >= 0)
                {
                    if (dictionary.TryNext(nodeBase, cells[end].Code, out ulong node))
                    {
                        alive = 1;
                        nodeBase = BaseDictionary.BaseOf(node);
                        int frequency = BaseDictionary.FrequencyIndexOf(node);
                        if (!known && frequency != 0)
                            (known, logFrequency) = (true, dictionary.LogFrequency(frequency));
                    }
                    else
                    {
                        nodeBase = -1;
                    }
                }

                end++;
                if (!known || double.IsNegativeInfinity(logFrequency))
                    continue;
                double route = logFrequency - logTotal + cells[end].Route;
                if (route >= best)
                    (best, next) = (route, end);
            }

            if (best == double.NegativeInfinity)
                best = -logTotal + cells[next].Route;
            cells[start].Route = best;
            cells[start].Next = next;
        }
    }
}
