using System.Buffers;
using System.Globalization;
using System.Text;

namespace LabelPlatform.TextClassification;

/// <summary>
/// Lower case as Python's <c>str.lower()</c> makes it, which Keras's Tokenizer applies to every word. It is the full mapping of Unicode:
/// it differs from <see cref="string.ToLowerInvariant"/> for <c>İ</c> (becomes two code points) and for a capital sigma at the end of a word.
/// </summary>
public static class PythonCase
{
    private const char CapitalSigma = 'Σ';
    private const char CapitalIWithDot = 'İ';

    /// <summary>No code unit becomes more than this many.</summary>
    public const int MaxGrowth = 2;

    /// <summary>Whether <see cref="ToLower"/> may change the text; never false when it would.</summary>
    public static bool MayChange(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            // From the radicals (U+2E80) to the syllables of Yi lies what Chinese text is made of; nothing there has case.
            var caseless = c is < 'A' or (> 'Z' and < '\u0080') or (>= '\u2E80' and < '\uA640');
            if (!caseless)
                return true;
        }

        return false;
    }

    /// <summary>Writes the lower case of <paramref name="text"/>.</summary>
    /// <param name="text">Valid UTF-16; lone surrogates are copied as U+FFFD.</param>
    /// <param name="destination">At least <see cref="MaxGrowth"/> times as long.</param>
    /// <returns>The number of code units written.</returns>
    public static int ToLower(ReadOnlySpan<char> text, Span<char> destination)
    {
        var written = 0;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case CapitalSigma:
                    destination[written++] = EndsWord(text, position) ? 'ς' : 'σ';
                    break;
                case CapitalIWithDot:
                    destination[written++] = 'i';
                    destination[written++] = '\u0307';
                    break;
                default:
                    written += Rune.ToLowerInvariant(rune).EncodeToUtf16(destination[written..]);
                    break;
            }

            position += rune.Utf16SequenceLength;
        }

        return written;
    }

    /// <summary>Unicode's condition Final_Sigma: a cased letter before it and none after, ignorable marks between them aside.</summary>
    private static bool EndsWord(ReadOnlySpan<char> text, int sigma)
    {
        var before = text[..sigma];
        Rune last;
        while (Rune.DecodeLastFromUtf16(before, out last, out var length) is OperationStatus.Done && IsCaseIgnorable(last))
            before = before[..^length];
        if (before.IsEmpty || !IsCased(last))
            return false;

        foreach (var rune in text[(sigma + 1)..].EnumerateRunes())
        {
            if (!IsCaseIgnorable(rune))
                return !IsCased(rune);
        }

        return true;
    }

    private static bool IsCased(Rune rune) => Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        || rune.Value is
            0xAA or 0xBA                                                // ordinal indicators
            or (>= 0x2160 and <= 0x217F)                                // Roman numerals
            or (>= 0x24B6 and <= 0x24E9)                                // circled letters
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    private static bool IsCaseIgnorable(Rune rune) => Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || rune.Value is
            '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4       // what may stand inside a word (Word_Break MidLetter, MidNumLet)
            or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A;
}
