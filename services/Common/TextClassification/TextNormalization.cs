namespace LabelPlatform.TextClassification;

/// <summary>
/// What happens to a text before its features are taken, in training and in serving: each UTF-16 unit by itself, so that positions stay.
/// Full-width ASCII (<c>！</c> to <c>～</c>) becomes ASCII, white space and control characters become a blank, letters lower case (Unicode's
/// simple mapping, no culture). Everything else stays, Traditional characters and emoji too.
/// </summary>
public static class TextNormalization
{
    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const char Blank = ' ';

    /// <summary>Normalises a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="normalized">At least as long; may be the same memory.</param>
    public static void Apply(ReadOnlySpan<char> text, Span<char> normalized)
    {
        normalized = normalized[..text.Length];
        for (var i = 0; i < text.Length; i++)
            normalized[i] = Apply(text[i]);
    }

    /// <summary>Normalises a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>A text as long.</returns>
    public static string Apply(string text) => string.Create(text.Length, text, static (normalized, text) => Apply(text, normalized));

    private static char Apply(char c)
    {
        if (c is >= FirstFullWidth and <= LastFullWidth)
            c = (char)(c - FirstFullWidth + '!');
        if (char.IsAscii(c))
            return c is <= Blank or '\u007F' ? Blank : char.ToLowerInvariant(c);

        // What Chinese text is made of needs no look at the tables of Unicode.
        if (c is >= '\u3001' and < '\uA640')
            return c;
        return char.IsWhiteSpace(c) || char.IsControl(c) ? Blank : char.ToLowerInvariant(c);
    }
}
