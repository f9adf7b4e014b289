using System.Buffers.Binary;
using Google.Protobuf;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>Reads a tensor out of a checkpoint's data file, as its entry of the index says.</summary>
internal static class TensorData
{
    /// <exception cref="SavedModelException">The entry does not fit the file, or the data its checksum.</exception>
    public static Tensor Read(DataFile file, BundleEntryProto entry)
    {
        var shape = (entry.Shape ?? new TensorShapeProto()).ToShape();
        file.Require(entry.Offset, entry.Size);
        return entry.Dtype == DataType.DtString ? ReadStrings(file, entry, shape) : ReadNumbers(file, entry, shape);
    }

    private static Tensor ReadNumbers(DataFile file, BundleEntryProto entry, TensorShape shape)
    {
        var type = NumericType.Get(entry.Dtype);
        if (entry.Size != (long)shape.Length * type.Size)
        {
            throw new SavedModelException(
                StatusCode.DataLoss,
                $"{entry.Size} bytes are not {shape.Length} elements of type {entry.Dtype.ProtoName()}, which its shape {shape} asks for.");
        }

        var crc = 0U;
        var offset = entry.Offset;
        var tensor = type.Read(shape, piece =>
        {
            file.Read(piece, offset);
            offset += piece.Length;
            crc = Crc32C.Append(crc, piece);
        });
        Verify(crc, entry.Crc32C);
        return tensor;
    }

    /// <summary>The lengths as varints, their checksum, and the strings. All checksums take a length as four bytes.</summary>
    private static Tensor<ByteString> ReadStrings(DataFile file, BundleEntryProto entry, TensorShape shape)
    {
        if (entry.Size > Array.MaxLength)
            throw new SavedModelException(StatusCode.Unimplemented, $"Strings of {entry.Size} bytes in all are not supported.");
        var bytes = new byte[entry.Size];
        file.Read(bytes, entry.Offset);

        var reader = new ByteReader(bytes);
        var lengths = StringData.ReadLengths(reader, shape.Length);
        var stored = reader.Read(sizeof(uint)).Span;
        var crc = 0U;
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (var length in lengths)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, length);
            crc = Crc32C.Append(crc, number);
        }

        Verify(crc, BinaryPrimitives.ReadUInt32LittleEndian(stored));
        crc = Crc32C.Append(crc, stored);
        Verify(Crc32C.Append(crc, bytes.AsSpan(^reader.Remaining..)), entry.Crc32C);
        return new Tensor<ByteString>(shape, StringData.ReadStrings(reader, lengths));
    }

    private static void Verify(uint crc, uint masked)
    {
        if (Crc32C.Mask(crc) != masked)
        {
            throw new SavedModelException(
                StatusCode.DataLoss,
                "The data do not have the checksum that is stored with them: the file is damaged, or belongs to another index.");
        }
    }
}
