namespace LabelPlatform.Segmentation;

/// <summary>
/// A set of words on top of a lexicon. A word's frequency depends on the lexicon below alone, not on the other words or on their
/// order: replicas that came to the same set by different edits cut alike.
/// </summary>
/// <remarks>
/// A large compiled trie, and a small one of the latest edits over it, in which a removed word has the frequency it would have without
/// the vocabulary. The small one is built anew at every edit; once it is full, both are merged.
/// </remarks>
internal sealed class Vocabulary
{
    /// <summary>Building a trie of so many words takes about as long as an edit may; merging, a copy of the large trie, is 1,000 times rarer.</summary>
    private const int MaxEdits = 1024;

    /// <summary>What the words are put on.</summary>
    public Lexicon Below { get; }

    private readonly WordTrie _words;
    private readonly Dictionary<string, bool> _edits;

    private Vocabulary(Lexicon below, WordTrie words, Dictionary<string, bool> edits, WordTrie edited, long total)
    {
        Below = below;
        _words = words;
        _edits = edits;
        Lexicon = new Lexicon(below.Base, edits.Count == 0 ? [words, .. below.Layers] : [edited, words, .. below.Layers], total);
    }

    /// <summary>The lexicon below with these words.</summary>
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
            if (all[i].Length > 0 && trie.Set(all[i], frequencies[i]))
                total += frequencies[i];
        }

        return new Vocabulary(below, trie, [], trie, total);
    }

    public bool Contains(string word) => _edits.TryGetValue(word, out bool present) ? present : _words.Contains(word);

    /// <summary>The vocabulary with the word or without it; it must not be so already.</summary>
    public Vocabulary Edit(string word, bool present)
    {
        var parts = new List<Word>();
        long frequency = Below.SuggestFrequency(word, parts);
        long total = Lexicon.Total + (present ? frequency : -frequency);
        var edits = new Dictionary<string, bool>(_edits) { [word] = present };
        if (edits.Count > MaxEdits)
            return new Vocabulary(Below, Merge(edits, parts), [], _words, total);

        var edited = new WordTrie(edits.Count * 2);
        foreach (var (editedWord, isPresent) in edits)
            edited.Set(editedWord, isPresent ? Below.SuggestFrequency(editedWord, parts) : Math.Max(Below.FrequencyOf(editedWord), 0));
        return new Vocabulary(Below, _words, edits, edited, total);
    }

    private WordTrie Merge(Dictionary<string, bool> edits, List<Word> parts)
    {
        var words = _words.Clone();
        foreach (var (word, present) in edits)
        {
            if (present)
                words.Set(word, Below.SuggestFrequency(word, parts));
            else
                words.Clear(word);
        }

        return words;
    }
}
