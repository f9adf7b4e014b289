namespace LabelPlatform.Segmentation;

/// <summary>The character classes of jieba's regular expressions.</summary>
internal static class Characters
{
    public const char FirstHan = '\u4E00';
    public const char LastHan = '\u9FD5';

    /// <summary>finalseg's <c>re_han</c>.</summary>
    public static bool IsHan(char c) => (uint)(c - FirstHan) <= LastHan - FirstHan;

    /// <summary><c>re_han_default</c>: what can be part of a word of more than one character.</summary>
    public static bool IsBlock(char c) => IsHan(c) || (c < 128 && IsAsciiBlock(c));

    private static bool IsAsciiBlock(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '&' or '.' or '_' or '%' or '-';
}
