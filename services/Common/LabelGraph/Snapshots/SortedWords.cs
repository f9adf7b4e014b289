namespace LabelPlatform.LabelGraph.Snapshots;

/// <summary>A label's words as a sorted array (ordinal), each once.</summary>
internal static class SortedWords
{
    public static string[] Of(List<string> words)
    {
        // The embedded store hands them over in order.
        if (!IsSorted(words))
            words.Sort(StringComparer.Ordinal);
        var sorted = new string[words.Count];
        var count = 0;
        foreach (var word in words)
        {
            if (count == 0 || sorted[count - 1] != word)
                sorted[count++] = word;
        }

        return count == sorted.Length ? sorted : sorted[..count];
    }

    /// <summary>The array with some words more and some less, in one pass.</summary>
    /// <param name="words">Sorted.</param>
    /// <param name="changes">Sorted; whether each is in it afterwards.</param>
    public static string[] Change(IReadOnlyList<string> words, SortedDictionary<string, bool> changes)
    {
        var changed = new List<string>(words.Count + changes.Count);
        var next = 0;
        foreach (var (word, stays) in changes)
        {
            for (; next < words.Count && string.CompareOrdinal(words[next], word) < 0; next++)
                changed.Add(words[next]);
            if (next < words.Count && words[next] == word)
                next++;
            if (stays)
                changed.Add(word);
        }

        for (; next < words.Count; next++)
            changed.Add(words[next]);
        return [.. changed];
    }

    private static bool IsSorted(List<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (string.CompareOrdinal(words[i - 1], words[i]) > 0)
                return false;
        }

        return true;
    }
}
