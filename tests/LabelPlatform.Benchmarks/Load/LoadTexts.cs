using System.IO.Compression;
using System.Text;

namespace LabelPlatform.Benchmarks.Load;

/// <summary>The texts that a load is made of.</summary>
internal static class LoadTexts
{
    /// <summary>The texts that lie beside this program, one a line.</summary>
    public static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "Load", "texts.txt");

    /// <summary>Reads one text a line, or the column <c>text</c> of a table with tabs and a header; <c>.gz</c> is unpacked.</summary>
    public static string[] Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string[] lines = [.. Lines(reader)];
        var column = lines.Length == 0 ? -1 : Array.IndexOf(lines[0].Split('\t'), "text");
        string[] texts = column < 0 ? lines : [.. lines.Skip(1).Select(line => line.Split('\t')[column])];
        return texts.Length > 0 ? texts : throw new InvalidDataException($"{path} holds no text.");
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }
}
