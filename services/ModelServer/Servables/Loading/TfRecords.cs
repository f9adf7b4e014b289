using System.Buffers.Binary;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables.Loading;

/// <summary>
/// Reads TensorFlow's record files: each record is its length (8 bytes, little-endian), the masked checksum of the length, the data, and the
/// masked checksum of the data.
/// </summary>
internal static class TfRecords
{
    private const int HeaderLength = sizeof(ulong) + sizeof(uint);

    /// <exception cref="InvalidDataException">The file is damaged; the records before were given.</exception>
    public static IEnumerable<byte[]> Read(Stream stream)
    {
        var header = new byte[HeaderLength];
        while (true)
        {
            var read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
            if (read == 0)
                yield break;
            if (read < HeaderLength)
                throw new InvalidDataException("the file is cut off within the length of a record");
            yield return ReadData(stream, ReadLength(header));
        }
    }

    private static ulong ReadLength(ReadOnlySpan<byte> header)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[sizeof(ulong)..]) != Crc32C.Mask(Crc32C.Compute(header[..sizeof(ulong)])))
            throw new InvalidDataException("the checksum of the record's length is wrong");
        return BinaryPrimitives.ReadUInt64LittleEndian(header);
    }

    private static byte[] ReadData(Stream stream, ulong length)
    {
        // Before anything is allocated: a length is only as good as its 32 bits of checksum.
        var rest = (ulong)(stream.Length - stream.Position);
        if (rest < sizeof(uint) || length > rest - sizeof(uint))
            throw new InvalidDataException("the file is cut off within the record");
        var data = new byte[length];
        stream.ReadExactly(data);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        stream.ReadExactly(checksum);
        return BinaryPrimitives.ReadUInt32LittleEndian(checksum) == Crc32C.Mask(Crc32C.Compute(data))
            ? data
            : throw new InvalidDataException("the checksum of the record is wrong");
    }
}
