namespace LabelPlatform.Segmentation;

/// <summary>A node of a <see cref="WordTrie"/>.</summary>
internal struct TrieNode
{
    public int FirstChild;
    public int NextSibling;

    /// <summary><see cref="WordTrie.None"/> when the node is only the beginning of words.</summary>
    public int FrequencyIndex;

    public char Character;
    public bool IsVocabulary;

    public static TrieNode Create(char character, int nextSibling) => new()
    {
        Character = character,
        NextSibling = nextSibling,
        FirstChild = WordTrie.None,
        FrequencyIndex = WordTrie.None,
    };
}
