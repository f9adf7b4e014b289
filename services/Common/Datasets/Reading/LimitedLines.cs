using System.Text;

namespace LabelPlatform.Datasets.Reading;

/// <summary>Reads a text line by line, and of each line no more than a limit.</summary>
internal static class LimitedLines
{
    /// <summary>The lines with their numbers, from 1. One that is too long is an issue and left out.</summary>
    public static IEnumerable<(long Number, string Line)> Read(TextReader reader, DatasetReaderOptions options, ICollection<DatasetIssue> issues)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        long number = 1;
        var isTooLong = false;
        for (var read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            for (var start = 0; start < read;)
            {
                var length = buffer.AsSpan(start, read - start).IndexOf('\n');
                var part = buffer.AsMemory(start, length < 0 ? read - start : length);
                isTooLong |= line.Length + part.Length > options.MaxLineLength;
                if (!isTooLong)
                    line.Append(part);
                start += part.Length + 1;
                if (length < 0)
                    break;
                if (isTooLong)
                    issues.Add(TooLong(number, options));
                else
                    yield return (number, Take(line));
                if (issues.Count >= options.MaxIssues)
                    yield break;
                line.Clear();
                isTooLong = false;
                number++;
            }
        }

        if (isTooLong)
            issues.Add(TooLong(number, options));
        else if (line.Length > 0)
            yield return (number, Take(line));
    }

    private static string Take(StringBuilder line) => line.ToString().TrimEnd('\r');

    private static DatasetIssue TooLong(long number, DatasetReaderOptions options) =>
        new(number, null, $"The line is longer than {options.MaxLineLength} characters.");
}
