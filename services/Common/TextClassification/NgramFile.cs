using System.Buffers.Text;
using System.Globalization;

namespace LabelPlatform.TextClassification;

/// <summary>
/// <c>ngrams.tsv</c>: one n-gram a line, the ids of its words and then its own id, separated by tabs: <c>0	5	306</c>. Every line ends with a
/// line feed.
/// </summary>
public static class NgramFile
{
    private const int MaxIds = EmbeddingFeatureOptions.MaxNgramRange + 1;

    /// <summary>Reads the n-grams.</summary>
    /// <exception cref="InvalidDataException">The file is damaged; the message names the line.</exception>
    public static NgramTable Read(string path)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
        if (!rest.IsEmpty && rest[^1] != '\n')
            throw new InvalidDataException("The last line is cut off: every line ends with a line feed.");

        var table = new NgramTable();
        Span<int> ids = stackalloc int[MaxIds];
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            var count = Parse(rest[..end], ids, number);
            Add(table, ids[..(count - 1)], ids[count - 1], number);
            rest = rest[(end + 1)..];
        }

        return table;
    }

    /// <summary>Writes n-grams with their ids.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<IReadOnlyList<int>, int>> ngrams)
    {
        ArgumentNullException.ThrowIfNull(ngrams);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var (ids, id) in ngrams)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{string.Join('\t', ids)}\t{id}"));
    }

    private static int Parse(ReadOnlySpan<byte> line, Span<int> ids, int number)
    {
        var count = 0;
        foreach (var field in line.Split((byte)'\t'))
        {
            var digits = line[field];
            if (count == MaxIds || !Utf8Parser.TryParse(digits, out ids[count], out var consumed) || consumed != digits.Length)
                break;
            count++;
        }

        var fields = line.Count((byte)'\t') + 1;
        return count == fields && count >= 3
            ? count
            : throw new InvalidDataException($"Line {number} is not an n-gram: 2 to {MaxIds - 1} ids and its own id, separated by tabs.");
    }

    private static void Add(NgramTable table, ReadOnlySpan<int> ngram, int id, int number)
    {
        try
        {
            table.Add(ngram, id);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"Line {number}: {exception.Message}", exception);
        }
    }
}
