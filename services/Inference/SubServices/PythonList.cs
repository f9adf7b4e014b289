using System.Globalization;
using System.Text;

namespace LabelPlatform.Inference.SubServices;

/// <summary>Writes a list of words as Python's <c>repr</c> does: <c>['我是', '美妆', "it's"]</c>.</summary>
internal static class PythonList
{
    public static string Write(IEnumerable<string> words)
    {
        var text = new StringBuilder("[");
        foreach (var word in words)
        {
            if (text.Length > 1)
                text.Append(", ");
            Append(text, word);
        }

        return text.Append(']').ToString();
    }

    private static void Append(StringBuilder text, string word)
    {
        var quote = word.Contains('\'') && !word.Contains('"') ? '"' : '\'';
        text.Append(quote);
        foreach (var rune in word.EnumerateRunes())
            Append(text, rune, quote);
        text.Append(quote);
    }

    private static void Append(StringBuilder text, Rune rune, char quote)
    {
        switch (rune.Value)
        {
            case '\\': text.Append(@"\\"); break;
            case '\n': text.Append(@"\n"); break;
            case '\r': text.Append(@"\r"); break;
            case '\t': text.Append(@"\t"); break;
            case var c when c == quote: text.Append('\\').Append(quote); break;
            case < 0x100 when !IsPrintable(rune): text.Append(CultureInfo.InvariantCulture, $@"\x{rune.Value:x2}"); break;
            case < 0x10000 when !IsPrintable(rune): text.Append(CultureInfo.InvariantCulture, $@"\u{rune.Value:x4}"); break;
            case var _ when !IsPrintable(rune): text.Append(CultureInfo.InvariantCulture, $@"\U{rune.Value:x8}"); break;
            default: text.Append(rune.ToString()); break;
        }
    }

    // Python's str.isprintable.
    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
