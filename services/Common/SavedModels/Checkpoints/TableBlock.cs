using System.Buffers.Binary;

namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>
/// The contents of a block of a <see cref="SortedTable"/>: entries, each of which shares the beginning of its key with the one before it;
/// then the offsets of those that share nothing (for binary search, which nobody does here), and how many these are.
/// </summary>
internal static class TableBlock
{
    /// <summary>Names of variables have some hundred bytes.</summary>
    public const int MaxKeyLength = 1 << 16;

    /// <summary>The entries in the order of the block.</summary>
    /// <exception cref="SavedModelException">The block is damaged.</exception>
    public static IEnumerable<TableEntry> Read(ReadOnlyMemory<byte> contents)
    {
        var reader = new ByteReader(contents[..LengthOfEntries(contents.Span)]);
        byte[] key = [];
        while (reader.Remaining > 0)
        {
            var shared = reader.ReadVarint();
            var unshared = reader.ReadLength();
            var valueLength = reader.ReadLength();
            if (shared > (ulong)key.Length)
                throw new SavedModelException(StatusCode.DataLoss, $"A key shares {shared} bytes with one of {key.Length} bytes.");
            if ((int)shared + unshared > MaxKeyLength)
                throw new SavedModelException(StatusCode.DataLoss, $"A key has more than {MaxKeyLength} bytes.");

            key = [.. key.AsSpan(0, (int)shared), .. reader.Read(unshared).Span];
            yield return new TableEntry(key, reader.Read(valueLength));
        }
    }

    private static int LengthOfEntries(ReadOnlySpan<byte> contents)
    {
        var restarts = contents.Length < sizeof(uint) ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(contents[^sizeof(uint)..]);
        var length = contents.Length - (sizeof(uint) * (restarts + 1L));
        return length >= 0
            ? (int)length
            : throw new SavedModelException(StatusCode.DataLoss, "A block is shorter than the offsets at its end.");
    }
}
