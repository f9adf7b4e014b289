using System.Text;

namespace LabelPlatform.ModelsConfig;

/// <summary>Reads files in protobuf's text format; what is wrong with one is said with its path.</summary>
public static class TextProtoFile
{
    private const long MaxBytes = 16 << 20;

    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidDataException">It is not in UTF-8, or longer than 16 MB.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string Read(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > MaxBytes)
            throw new InvalidDataException($"{path} has {length} bytes, more than {MaxBytes}.");
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"{path} is not in UTF-8.", exception);
        }
    }

    /// <summary>What the text of a file means.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="interpret">Says what a text means, or throws <see cref="InvalidDataException"/>.</param>
    /// <exception cref="InvalidDataException">The text is damaged; the message names the file too.</exception>
    public static T Interpret<T>(string path, string text, Func<string, T> interpret)
    {
        try
        {
            return interpret(text);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }
}
