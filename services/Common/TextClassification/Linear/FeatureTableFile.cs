using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// <c>features.bin</c>: little-endian, arrays as they lie in memory. <c>LPFEAT01</c>; int32 texts, features, characters; int32 document frequency
/// of each feature in id order; uint16 its length in characters, times two, plus one for a word; then all characters in UTF-16.
/// </summary>
public static class FeatureTableFile
{
    private const int HeaderLength = 20;
    private const int BytesPerFeature = sizeof(int) + sizeof(ushort);

    private static ReadOnlySpan<byte> Magic => "LPFEAT01"u8;

    /// <summary>Writes a table. The same table gives the same bytes.</summary>
    public static void Write(Stream stream, FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(table);
        var lengths = new ushort[table.Count];
        var characters = 0;
        for (var id = 1; id <= table.Count; id++)
        {
            var length = table.CharactersOf(id).Length;
            lengths[id - 1] = (ushort)((length << 1) | (int)table.KindOf(id));
            characters += length;
        }

        var bytes = new byte[HeaderLength + (table.Count * BytesPerFeature) + (characters * sizeof(char))];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), table.Documents);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), table.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), characters);
        var rest = bytes.AsSpan(HeaderLength);
        Put(MemoryMarshal.AsBytes(table.DocumentFrequencies), ref rest);
        Put(MemoryMarshal.AsBytes<ushort>(lengths), ref rest);
        for (var id = 1; id <= table.Count; id++)
            Put(MemoryMarshal.AsBytes(table.CharactersOf(id)), ref rest);
        stream.Write(bytes);
    }

    /// <summary>Writes a table to a new file.</summary>
    public static void Write(string path, FeatureTable table)
    {
        using var stream = File.Create(path);
        Write(stream, table);
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or not one of these.</exception>
    public static FeatureTable Read(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads a table from the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">They are damaged or not those of a table.</exception>
    public static FeatureTable Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Magic))
            throw new InvalidDataException("This is not a feature table: it does not begin with LPFEAT01.");
        var documents = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        var expected = HeaderLength + ((long)count * BytesPerFeature) + ((long)length * sizeof(char));
        if (documents < 0 || count < 0 || length < 0 || bytes.Length != expected)
            throw new InvalidDataException($"The feature table is damaged: {bytes.Length} bytes, where its header says {expected}.");

        var rest = bytes[HeaderLength..];
        var frequencies = MemoryMarshal.Cast<byte, int>(Take(count * sizeof(int), ref rest)).ToArray();
        var lengths = MemoryMarshal.Cast<byte, ushort>(Take(count * sizeof(ushort), ref rest));
        return new FeatureTable(ReadIndex(lengths, MemoryMarshal.Cast<byte, char>(rest)), frequencies, documents);
    }

    private static FeatureIndex ReadIndex(ReadOnlySpan<ushort> lengths, ReadOnlySpan<char> characters)
    {
        var index = new FeatureIndex(lengths.Length);
        foreach (var packed in lengths)
        {
            var length = packed >> 1;
            if (length > characters.Length || index.FindOrAdd((FeatureKind)(packed & 1), characters[..length]) != index.Count - 1)
                throw new InvalidDataException($"The feature table is damaged: feature {index.Count} is cut off or there twice.");
            characters = characters[length..];
        }

        return index;
    }

    private static void Put(ReadOnlySpan<byte> source, ref Span<byte> rest)
    {
        source.CopyTo(rest);
        rest = rest[source.Length..];
    }

    private static ReadOnlySpan<byte> Take(int length, ref ReadOnlySpan<byte> rest)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
