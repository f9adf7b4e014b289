using System.Text;
using LabelPlatform.ModelsConfig;

namespace LabelPlatform.ModelServer.Servables.Sources;

/// <summary>The file of <see cref="ModelServerOptions.ModelConfigFile"/>.</summary>
internal static class ModelsConfigFile
{
    private const long MaxBytes = 16 << 20;

    /// <exception cref="InvalidDataException">It is no text, or too long.</exception>
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

    /// <exception cref="InvalidDataException">It is damaged; the message names the file and the line.</exception>
    public static IReadOnlyList<ConfiguredModel> Parse(string path, string text)
    {
        try
        {
            return ModelsConfigReader.Read(text);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }
}
