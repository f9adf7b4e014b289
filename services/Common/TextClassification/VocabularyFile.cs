using System.Text;

namespace LabelPlatform.TextClassification;

/// <summary>
/// <c>vocabulary.txt</c>: one word a line, in id order from 1. UTF-8 without a byte order mark, every line ended by a line feed. In a word a
/// backslash is written <c>\\</c>, a line feed <c>\n</c>, a carriage return <c>\r</c>; an empty line is the empty word.
/// </summary>
public static class VocabularyFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the words.</summary>
    /// <exception cref="InvalidDataException">The file is damaged; the message names the line.</exception>
    public static WordIndex Read(string path)
    {
        try
        {
            return new WordIndex(Parse(Utf8.GetString(File.ReadAllBytes(path))));
        }
        catch (Exception exception) when (exception is DecoderFallbackException or ArgumentException)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    /// <summary>Writes words in id order.</summary>
    public static void Write(string path, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        using var writer = new StreamWriter(path, append: false, Utf8) { NewLine = "\n" };
        foreach (var word in words)
            writer.WriteLine(Escape(word));
    }

    private static List<string> Parse(ReadOnlySpan<char> text)
    {
        if (text.StartsWith('\uFEFF'))
            throw new InvalidDataException("Line 1 begins with a byte order mark; save the file as UTF-8 without one.");
        if (!text.IsEmpty && text[^1] != '\n')
            throw new InvalidDataException("The last line is cut off: every line ends with a line feed.");

        var words = new List<string>();
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            words.Add(Unescape(text[..end], words.Count + 1));
            text = text[(end + 1)..];
        }

        return words;
    }

    private static string Escape(string word) =>
        word.Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal)
            .Replace("\r", @"\r", StringComparison.Ordinal);

    private static string Unescape(ReadOnlySpan<char> line, int number)
    {
        if (line.Contains('\r'))
            throw new InvalidDataException($"Line {number} has a carriage return; lines end with a line feed alone.");
        if (!line.Contains('\\'))
            return line.ToString();

        var word = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            word.Append(line[i] != '\\' ? line[i] : (++i < line.Length ? line[i] : default) switch
            {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                _ => throw new InvalidDataException($@"Line {number} has a backslash that is not part of \\, \n or \r."),
            });
        }

        return word.ToString();
    }
}
