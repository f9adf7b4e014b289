using LabelPlatform.Segmentation;
using LabelPlatform.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Preprocess;

/// <summary>Which words labelling looks at: those of more than one code point that are no stop words.</summary>
public sealed class WordFilter(IOptions<PreprocessOptions> options)
{
    private readonly StopWords _stopWords = Load(options.Value.StopWordsPath);

    public bool Keeps(ReadOnlySpan<char> word, int codePoints) => codePoints > 1 && !_stopWords.Contains(word);

    private static StopWords Load(string? path)
    {
        if (path is null)
            return StopWords.Default;
        try
        {
            return new StopWords(File.ReadLines(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException($"Preprocess:StopWordsPath: {exception.Message}", exception);
        }
    }
}
