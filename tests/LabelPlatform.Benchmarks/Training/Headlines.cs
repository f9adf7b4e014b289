using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>The headlines of 27 topics; a row is for the test when crc32(UTF-8 text) % 5 is 0.</summary>
internal sealed class Headlines(IReadOnlyList<Headline> rows)
{
    public IReadOnlyList<Headline> Rows => rows;

    public IReadOnlyList<Headline> Training { get; } = [.. rows.Where(row => !row.IsTest)];

    public IReadOnlyList<Headline> Test { get; } = [.. rows.Where(row => row.IsTest)];

    public IReadOnlyList<string> Topics { get; } = [.. rows.Select(row => row.Topic).Distinct().Order(StringComparer.Ordinal)];

    public static Headlines Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        reader.ReadLine();
        var rows = new List<Headline>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            rows.Add(new Headline(fields[0], fields[2], Crc32.HashToUInt32(Encoding.UTF8.GetBytes(fields[2])) % 5 == 0));
        }

        return new Headlines(rows);
    }

    public static sbyte[] Targets(IEnumerable<Headline> rows, string topic) => [.. rows.Select(row => (sbyte)(row.Topic == topic ? 1 : -1))];
}
