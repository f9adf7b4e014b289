using System.Globalization;
using System.Text;

namespace LabelPlatform.Segmentation;

/// <summary>
/// Words for <see cref="Segmenter.WithUserDictionary"/>, in order. The file format is that of jieba's <c>load_userdict</c>: UTF-8, one
/// word a line, <c>word [frequency] [tag]</c>, separated by one space each; empty lines and byte order marks are skipped.
/// </summary>
public sealed class UserDictionary
{
    /// <summary>The largest frequency a line may give; jieba's whole dictionary sums up to 60 million.</summary>
    public const long MaxFrequency = 1_000_000_000_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A dictionary of these words.</summary>
    /// <exception cref="ArgumentException">A word is empty or a frequency out of range.</exception>
    public UserDictionary(IEnumerable<UserDictionaryEntry> entries)
    {
        Entries = [.. entries];
        foreach (var entry in Entries)
        {
            if (entry.Word.Length == 0)
                throw new ArgumentException("A word of the user dictionary is empty.", nameof(entries));
            if (entry.Frequency is < 0 or > MaxFrequency)
                throw new ArgumentException($"The frequency of {entry.Word} is not between 0 and {MaxFrequency:N0}.", nameof(entries));
        }
    }

    /// <summary>The words, in the order of the file: with jieba's frequency rule a word's frequency depends on those before it.</summary>
    public IReadOnlyList<UserDictionaryEntry> Entries { get; }

    /// <summary>Reads a dictionary file.</summary>
    /// <exception cref="InvalidDataException">A line is not UTF-8 or has a frequency that is too large; the message names file and line.</exception>
    public static UserDictionary Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path);
    }

    /// <summary>Reads a dictionary.</summary>
    /// <param name="stream">Its lines, in UTF-8.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">A line is not UTF-8 or has a frequency that is too large; the message names the line.</exception>
    public static UserDictionary Load(Stream stream, string name = "user dictionary")
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);

        var entries = new List<UserDictionaryEntry>();
        int line = 0;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            line++;
            string text = Decode(bytes[range].Trim(" \t\r\v\f"u8), name, line).TrimStart('\uFEFF');
            if (text.Length > 0)
                entries.Add(Parse(text, name, line));
        }

        return new UserDictionary(entries);
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string name, int line)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"{name}, line {line}: not UTF-8. Save the file as UTF-8 and load it again.", exception);
        }
    }

    /// <summary>
    /// jieba's <c>^(.+?)( [0-9]+)?( [a-z]+)?$</c> from its end: a tag, a frequency, and the rest, which is at least one character and
    /// may contain spaces.
    /// </summary>
    private static UserDictionaryEntry Parse(string line, string name, int lineNumber)
    {
        int word = line.Length;
        int tag = FieldStart(line, word, char.IsAsciiLetterLower);
        if (tag > 0)
            word = tag;
        int frequency = FieldStart(line, word, char.IsAsciiDigit);
        if (frequency > 0)
            word = frequency;

        return new UserDictionaryEntry(
            line[..word],
            frequency > 0 ? ParseFrequency(line.AsSpan(frequency + 1, (tag > 0 ? tag : line.Length) - frequency - 1), name, lineNumber) : null,
            tag > 0 ? line[(tag + 1)..] : null);
    }

    /// <summary>Where the space before the last field starts, or 0 when what is before the end is no such field.</summary>
    private static int FieldStart(string line, int end, Func<char, bool> belongs)
    {
        int start = end;
        while (start > 0 && belongs(line[start - 1]))
            start--;
        return start < end && start > 0 && line[start - 1] == ' ' ? start - 1 : 0;
    }

    private static long ParseFrequency(ReadOnlySpan<char> digits, string name, int line) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long frequency) && frequency <= MaxFrequency
            ? frequency
            : throw new InvalidDataException($"{name}, line {line}: the frequency {digits} is larger than {MaxFrequency:N0}.");
}
