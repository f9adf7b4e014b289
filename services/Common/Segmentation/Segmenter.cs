namespace LabelPlatform.Segmentation;

/// <summary>
/// Cuts Chinese text into words as jieba 0.42.1 does in accurate mode. Immutable and thread-safe; one with more words is another
/// instance, which shares the base dictionary.
/// </summary>
public sealed class Segmenter
{
    private static readonly Lazy<Segmenter> LazyDefault = new(Load);

    private readonly HiddenMarkovModel _model;
    private readonly HashSet<string> _forbidden;
    private readonly UnknownWords _unknownWords;
    private readonly Lexicon _lexicon;
    private readonly Vocabulary? _vocabulary;

    private Segmenter(HiddenMarkovModel model, HashSet<string> forbidden, Lexicon lexicon, Vocabulary? vocabulary)
    {
        _model = model;
        _forbidden = forbidden;
        _unknownWords = new UnknownWords(model, forbidden);
        _lexicon = lexicon;
        _vocabulary = vocabulary;
    }

    /// <summary>The segmenter with jieba's own dictionary, loaded at its first use.</summary>
    public static Segmenter Default => LazyDefault.Value;

    /// <summary>
    /// Adds the words of a user dictionary as jieba's <c>load_userdict</c> does: one after the other, a word without a frequency getting
    /// one that depends on all words before it. A word of frequency 0 is forbidden.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is a vocabulary already; a user dictionary comes before it.</exception>
    public Segmenter WithUserDictionary(UserDictionary dictionary)
    {
        if (_vocabulary is not null)
            throw new InvalidOperationException("Load user dictionaries before the vocabulary: its frequencies depend on them.");

        var words = new WordTrie(dictionary.Entries.Count * 2);
        var lexicon = new Lexicon(_lexicon.Dictionary, words, _lexicon.Total);
        var forbidden = new HashSet<string>(_forbidden);
        var parts = new List<Word>();
        foreach (var entry in dictionary.Entries)
        {
            long frequency = entry.Frequency ?? lexicon.SuggestFrequency(entry.Word, parts);
            words.Set(entry.Word, frequency);
            if (frequency == 0)
                forbidden.Add(entry.Word);
            lexicon = new Lexicon(lexicon.Dictionary, words, lexicon.Total + frequency);
        }

        lexicon = new Lexicon(DictionaryMerger.Merge(lexicon.Dictionary, words), null, lexicon.Total);
        return new Segmenter(_model, forbidden, lexicon, vocabulary: null);
    }

    /// <summary>
    /// Puts these words in the place of the vocabulary. Each gets the frequency that it takes to be cut as one word by what is below
    /// (<c>suggest_freq</c>, no less than it has there): the result depends on the set of words alone. Empty words are skipped.
    /// </summary>
    public Segmenter WithVocabulary(IEnumerable<string> words) => With(Vocabulary.Create(Below, words));

    /// <summary>Adds a word to the vocabulary: the same as <see cref="WithVocabulary"/> of all its words, at the price of one.</summary>
    public Segmenter AddWord(string word) =>
        word.Length == 0 || _vocabulary?.Contains(word) == true ? this : With(VocabularyOrEmpty.Edit(word, present: true));

    /// <summary>Removes a word from the vocabulary. In the base dictionary and user dictionaries it stays.</summary>
    public Segmenter RemoveWord(string word) =>
        _vocabulary?.Contains(word) == true ? With(_vocabulary.Edit(word, present: false)) : this;

    /// <summary>Cuts a text into words, which put together are the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hmm">Whether to look for words that no dictionary knows.</param>
    public IReadOnlyList<Word> Cut(string text, bool hmm = true)
    {
        var words = new List<Word>(text.Length / 2 + 1);
        Cut(text, words, hmm);
        return words;
    }

    /// <summary>Cuts a text into words and appends them to <paramref name="words"/>; allocates nothing else.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="words">Receives the words.</param>
    /// <param name="hmm">Whether to look for words that no dictionary knows.</param>
    public void Cut(ReadOnlySpan<char> text, List<Word> words, bool hmm = true) =>
        Cutter.Cut(_lexicon, hmm ? _unknownWords : null, text, words);

    private Vocabulary VocabularyOrEmpty => _vocabulary ?? Vocabulary.Create(_lexicon, []);

    private Lexicon Below => _vocabulary?.Below ?? _lexicon;

    private Segmenter With(Vocabulary vocabulary) => new(_model, _forbidden, vocabulary.Lexicon, vocabulary);

    private static Segmenter Load()
    {
        var (lexicon, model) = JiebaData.Load();
        return new Segmenter(model, [], lexicon, vocabulary: null);
    }
}
