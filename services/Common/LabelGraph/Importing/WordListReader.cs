namespace LabelPlatform.LabelGraph.Importing;

/// <summary>Reads the original's label lists: one word a line, repeats allowed.</summary>
internal static class WordListReader
{
    public static IEnumerable<VocabularyLine> Read(string text)
    {
        var line = 0;
        foreach (var word in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            line++;
            if (word.Length > 0)
                yield return new VocabularyLine(line, word);
        }
    }
}
