using System.Text;
using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.LabelGraph.Changes;

/// <summary>Tells vocabulary words that can never match, because Preprocess never yields them.</summary>
/// <param name="isStopWord">Whether Preprocess drops a word.</param>
public sealed class VocabularyRules(Predicate<string> isStopWord)
{
    private const string Kind = "words that segmentation never yields";

    internal void Check(string word, string? label, int? line, WarningList warnings)
    {
        if (WhyNever(word) is { } reason)
            warnings.Add(Kind, new LabelGraphIssue(reason, line, label, word));
    }

    /// <summary>Why a word can never match, or null.</summary>
    internal string? WhyNever(string word)
    {
        if (Rune.GetRuneAt(word, 0).Utf16SequenceLength == word.Length)
            return "A single character never matches: segmented texts are matched from two characters on";
        if (isStopWord(word))
            return "A stop word never matches: it is dropped from every text";
        foreach (var rune in word.EnumerateRunes())
        {
            if (!IsInsideWords(rune))
                return $"It never matches: segmentation cuts texts at '{rune}'";
        }

        return null;
    }

    /// <summary>jieba's <c>re_han_default</c>: whatever else stands between words.</summary>
    private static bool IsInsideWords(Rune rune) =>
        rune.Value is >= 0x4E00 and <= 0x9FD5
        || (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "+#&._%-".Contains((char)rune.Value, StringComparison.Ordinal)));
}
