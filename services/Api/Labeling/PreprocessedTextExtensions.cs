using LabelPlatform.Contracts.Preprocessing;

namespace LabelPlatform.Api.Labeling;

internal static class PreprocessedTextExtensions
{
    /// <summary>The words of a text as strings: all of them, or those that the filters kept.</summary>
    public static List<KeptWord> WordsOf(this PreprocessedText text, bool keptOnly)
    {
        var words = new List<KeptWord>(text.Words.Length);
        var at = 0;
        foreach (var word in text.Words)
        {
            // The words are the whole text in order, so code points need to be counted only once.
            var end = SkipCodePoints(text.Text, at, word.Length);
            if (word.Kept || !keptOnly)
                words.Add(new KeptWord(text.Text[at..end], word.Start, word.Length));
            at = end;
        }

        return words;
    }

    private static int SkipCodePoints(string text, int at, int count)
    {
        for (; count > 0; count--)
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        return at;
    }
}
