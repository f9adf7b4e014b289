using System.Runtime.InteropServices;

namespace LabelPlatform.Segmentation;

/// <summary>The words that count and how often they occur: jieba's <c>FREQ</c> and <c>total</c>.</summary>
/// <param name="Dictionary">All words but the latest.</param>
/// <param name="Edits">Words whose frequency is another than in the dictionary; null for none.</param>
/// <param name="Total">The sum of all frequencies, as jieba counts: a word that gets a new one counts again.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Lexicon(PrefixDictionary Dictionary, WordTrie? Edits, long Total)
{
    public double LogTotal { get; } = Math.Log(Total);

    /// <summary>The word's frequency, 0 when it is forbidden or only the beginning of words, -1 when it is not even that.</summary>
    public long FrequencyOf(ReadOnlySpan<char> word)
    {
        int node = Edits is null ? WordTrie.None : Edits.Find(word);
        if (node == WordTrie.None)
            return Dictionary.FrequencyOf(word);
        return Edits!.TryGetFrequency(node, out long frequency) ? frequency : Math.Max(0, Dictionary.FrequencyOf(word));
    }

    /// <summary>jieba's <c>suggest_freq</c>: just enough for the word to be cut as one, and no less than it has.</summary>
    /// <param name="word">The word.</param>
    /// <param name="parts">A list to work in; its contents are lost.</param>
    public long SuggestFrequency(string word, List<Word> parts)
    {
        parts.Clear();
        Cutter.Cut(this, null, word, parts);

        // In jieba's order and with its conversions: int(freq * total) depends on how the product was rounded.
        double total = Total;
        double probability = 1;
        foreach (var part in parts)
            probability *= FrequencyOr1(word.AsSpan(part.CharStart, part.CharLength)) / total;

        return Math.Max((long)(probability * total) + 1, FrequencyOr1(word));
    }

    private long FrequencyOr1(ReadOnlySpan<char> word)
    {
        long frequency = FrequencyOf(word);
        return frequency < 0 ? 1 : frequency;
    }
}
