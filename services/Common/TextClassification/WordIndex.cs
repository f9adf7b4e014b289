using System.Buffers;
using System.Runtime.InteropServices;

namespace LabelPlatform.TextClassification;

/// <summary>
/// The word table of a Keras Tokenizer that was fitted on lists of words: ids from 1 in the order of the words, 0 is padding. Immutable.
/// </summary>
public sealed class WordIndex
{
    private const int MaxStackLength = 128;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;

    /// <summary>Numbers the words from 1.</summary>
    /// <param name="words">In id order, lower case, each once. The empty word is one like any other.</param>
    /// <exception cref="ArgumentException">A word is there twice.</exception>
    public WordIndex(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var ids = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, words[i], out var known);
            if (known)
                throw new ArgumentException($"Word {i + 1} '{words[i]}' is the same as word {id}.", nameof(words));
            id = i + 1;
        }

        _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of words, and the highest id.</summary>
    public int Count => _ids.Dictionary.Count;

    /// <summary>The id of a word, whatever its case; 0 when it is unknown.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (!PythonCase.MayChange(word))
            return _ids.TryGetValue(word, out var id) ? id : 0;

        char[]? rented = null;
        var lower = word.Length <= MaxStackLength
            ? stackalloc char[MaxStackLength * PythonCase.MaxGrowth]
            : rented = ArrayPool<char>.Shared.Rent(word.Length * PythonCase.MaxGrowth);
        var length = PythonCase.ToLower(word, lower);
        var found = _ids.TryGetValue(lower[..length], out var lowerId) ? lowerId : 0;
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return found;
    }
}
