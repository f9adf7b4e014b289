using System.Buffers.Binary;
using Snappier;

namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>
/// The file format of a checkpoint's index, LevelDB's: blocks of entries in the order of their keys, a block that lists these blocks, and
/// a footer that says where this is. What a reader keeps of a table is bounded, however well the file is compressed.
/// </summary>
internal sealed class SortedTable(ReadOnlyMemory<byte> file)
{
    private const int FooterLength = 48;
    private const int TrailerLength = 1 + sizeof(uint);
    private const ulong Magic = 0xdb4775248b80fb57;

    /// <summary>Compression of blocks and of keys can make little into much; an index of 100,000 variables takes some 20 MB.</summary>
    private const long MaxUnpackedLength = 256 << 20;

    /// <summary>Snappy's best is 64 bytes out of three.</summary>
    private const int MaxExpansion = 22;

    /// <summary>What an entry costs beside its bytes.</summary>
    private const int EntryOverhead = 128;

    private long _unpackedLength;

    /// <summary>The entries, by ascending key.</summary>
    /// <exception cref="SavedModelException">The table is damaged.</exception>
    public IEnumerable<TableEntry> Read()
    {
        var last = Array.Empty<byte>();
        var count = 0;
        var end = 0UL;
        foreach (var (separator, value) in TableBlock.Read(ReadBlock(FindIndex())))
        {
            var handle = BlockHandle.Read(new ByteReader(value));
            // Without this a small file could name one block a million times.
            if (handle.Offset < end)
                throw new SavedModelException(StatusCode.DataLoss, "Blocks overlap.");

            foreach (var entry in TableBlock.Read(ReadBlock(handle)))
            {
                if (count++ > 0 && last.AsSpan().SequenceCompareTo(entry.Key) >= 0)
                    throw new SavedModelException(StatusCode.DataLoss, "Keys are not in ascending order.");
                Count(entry.Key.Length + EntryOverhead);
                last = entry.Key;
                yield return entry;
            }

            if (last.AsSpan().SequenceCompareTo(separator) > 0)
                throw new SavedModelException(StatusCode.DataLoss, "A block has keys beyond those that the list of blocks gives it.");
            Count(separator.Length + EntryOverhead);
            last = separator;
            end = handle.Offset + handle.Size + TrailerLength;
        }
    }

    private BlockHandle FindIndex()
    {
        if (file.Length < FooterLength || BinaryPrimitives.ReadUInt64LittleEndian(file.Span[^sizeof(ulong)..]) != Magic)
        {
            throw new SavedModelException(
                StatusCode.DataLoss, "The file is cut off, or is no index of a checkpoint: its last bytes are not the format's mark.");
        }

        var footer = new ByteReader(file[^FooterLength..^sizeof(ulong)]);
        BlockHandle.Read(footer); // the block of what else could be said of the table; TensorFlow says nothing
        return BlockHandle.Read(footer);
    }

    private ReadOnlyMemory<byte> ReadBlock(BlockHandle handle)
    {
        var room = (ulong)(file.Length - FooterLength);
        if (handle.Offset > room || handle.Size > room - handle.Offset || room - handle.Offset - handle.Size < TrailerLength)
        {
            throw new SavedModelException(
                StatusCode.DataLoss,
                $"A block of {handle.Size} bytes at {handle.Offset} does not fit into the file of {file.Length} bytes.");
        }

        var block = file.Slice((int)handle.Offset, (int)handle.Size + TrailerLength);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(block.Span[^sizeof(uint)..]);
        if (Crc32C.Mask(Crc32C.Compute(block.Span[..^sizeof(uint)])) != crc)
        {
            throw new SavedModelException(
                StatusCode.DataLoss, $"The block at {handle.Offset} does not have the checksum that is stored with it.");
        }

        var contents = block[..^TrailerLength];
        return block.Span[contents.Length] switch
        {
            0 => contents,
            1 => Decompress(contents.Span),
            var type => throw new SavedModelException(
                StatusCode.Unimplemented, $"The block at {handle.Offset} is compressed in the unknown way {type}."),
        };
    }

    private byte[] Decompress(ReadOnlySpan<byte> compressed)
    {
        try
        {
            var length = Snappy.GetUncompressedLength(compressed);
            // Snappier gives 2^31 and more as a negative number.
            if (length < 0 || length > (long)MaxExpansion * compressed.Length)
                throw new InvalidDataException($"{compressed.Length} bytes cannot be {(uint)length} bytes compressed.");
            Count(length);
            var contents = new byte[length];
            return Snappy.Decompress(compressed, contents) == length
                ? contents
                : throw new InvalidDataException("It is shorter than announced.");
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            throw new SavedModelException(StatusCode.DataLoss, "A block is no valid Snappy data.", exception);
        }
    }

    private void Count(int bytes)
    {
        _unpackedLength += bytes;
        if (_unpackedLength > MaxUnpackedLength)
        {
            throw new SavedModelException(
                StatusCode.ResourceExhausted, $"The table has more than {MaxUnpackedLength} bytes when it is unpacked.");
        }
    }
}
