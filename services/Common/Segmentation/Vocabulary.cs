namespace LabelPlatform.Segmentation;

/// <summary>
/// A set of words on top of a lexicon. A word's frequency depends on the lexicon below alone, not on the other words or on their
/// order: replicas that came to the same set by different edits cut alike.
/// </summary>
/// <remarks>
/// Words are merged into the dictionary, edits are kept beside it in a small trie, a copy of which takes the next edit; a removed word
/// has there the frequency it would have without the vocabulary. Once there are many edits, they are merged too.
/// </remarks>
internal sealed class Vocabulary
{
    private const int MinEditsToMerge = 1024;

    /// <summary>Merging copies the dictionary: the larger it is, the rarer.</summary>
    private const int WordsPerEdit = 16;

    private readonly int _count;

    private Vocabulary(Lexicon below, Lexicon lexicon, int count)
    {
        Below = below;
        Lexicon = lexicon;
        _count = count;
    }

    /// <summary>The lexicon without the vocabulary.</summary>
    public Lexicon Below { get; }

    /// <summary>The lexicon with the vocabulary.</summary>
    public Lexicon Lexicon { get; }

    public static Vocabulary Create(Lexicon below, IEnumerable<string> words)
    {
        string[] all = [.. words];
        long[] frequencies = new long[all.Length];
        Parallel.For(0, all.Length, static () => new List<Word>(), (i, _, parts) =>
        {
            frequencies[i] = below.SuggestFrequency(all[i], parts);
            return parts;
        }, static _ => { });

        var trie = new WordTrie(all.Length * 2);
        long total = below.Total;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Length > 0 && trie.Set(all[i], frequencies[i], vocabulary: true))
                total += frequencies[i];
        }

        var dictionary = trie.Count == 0 ? below.Dictionary : DictionaryMerger.Merge(below.Dictionary, trie);
        return new Vocabulary(below, new Lexicon(dictionary, null, total), trie.Count);
    }

    public bool Contains(string word)
    {
        if (Lexicon.Edits is { } edits && edits.Find(word) is not WordTrie.None and var edited && edits.TryGetFrequency(edited, out _))
            return edits.IsVocabulary(edited);
        return Lexicon.Dictionary.TryFind(word, out ulong node) && Node.IsVocabulary(node);
    }

    /// <summary>The vocabulary with a word that it does not have, or without one that it has.</summary>
    public Vocabulary Edit(string word, bool present)
    {
        long frequency = Below.SuggestFrequency(word, []);
        var edits = Lexicon.Edits?.Clone() ?? new WordTrie();
        edits.Set(word, present ? frequency : Math.Max(0, Below.FrequencyOf(word)), vocabulary: present);

        long total = Lexicon.Total + (present ? frequency : -frequency);
        int count = _count + (present ? 1 : -1);
        var lexicon = edits.Count <= Math.Max(MinEditsToMerge, count / WordsPerEdit)
            ? new Lexicon(Lexicon.Dictionary, edits, total)
            : new Lexicon(DictionaryMerger.Merge(Lexicon.Dictionary, edits), null, total);
        return new Vocabulary(Below, lexicon, count);
    }
}
