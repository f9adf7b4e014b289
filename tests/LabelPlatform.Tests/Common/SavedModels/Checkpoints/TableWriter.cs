using System.Buffers.Binary;
using Snappier;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>
/// Writes the index of a checkpoint by the description of its format (LevelDB's table_format.md), also one that is wrong.
/// </summary>
internal static class TableWriter
{
    /// <summary>A table of these blocks.</summary>
    /// <param name="blocks">The entries of each.</param>
    /// <param name="compress">Whether they are compressed.</param>
    /// <param name="list">Changes the list of blocks, which calls each by its last key and says where it is.</param>
    public static byte[] Write(
        IEnumerable<IReadOnlyList<(byte[] Key, byte[] Value)>> blocks,
        bool compress = false,
        Action<List<(byte[] Key, byte[] Value)>>? list = null)
    {
        var table = new List<byte>();
        var index = new List<(byte[] Key, byte[] Value)>();
        foreach (var block in blocks)
            index.Add((block[^1].Key, Append(table, Contents(block), compress)));
        list?.Invoke(index);
        return Finish(table, Contents(index));
    }

    /// <summary>A table of one block with these contents.</summary>
    public static byte[] WriteContents(byte[] contents, byte type = 0)
    {
        var table = new List<byte>();
        return Finish(table, Contents([([0xFF], AppendBlock(table, contents, type))]));
    }

    /// <summary>A table of no blocks but a list with these contents.</summary>
    public static byte[] WriteIndex(byte[] contents) => Finish([], contents);

    /// <summary>The contents of a block: keys compressed, with a restart at every third.</summary>
    public static byte[] Contents(IEnumerable<(byte[] Key, byte[] Value)> entries)
    {
        var contents = new List<byte>();
        var restarts = new List<int>();
        byte[] last = [];
        var count = 0;
        foreach (var (key, value) in entries)
        {
            if (count++ % 3 == 0)
            {
                restarts.Add(contents.Count);
                last = [];
            }

            var shared = last.AsSpan().CommonPrefixLength(key);
            contents.AddRange([.. Varint(shared), .. Varint(key.Length - shared), .. Varint(value.Length)]);
            contents.AddRange([.. key.AsSpan(shared), .. value]);
            last = key;
        }

        foreach (var restart in restarts.Append(restarts.Count))
            contents.AddRange(UInt32((uint)restart));
        return [.. contents];
    }

    /// <summary>Castagnoli's checksum bit by bit, as RFC 3720 defines it.</summary>
    public static uint SlowCrc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }

        return ~crc;
    }

    /// <summary>The checksum as it is stored.</summary>
    public static uint MaskedCrc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = SlowCrc32C(bytes);
        return unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8);
    }

    public static byte[] Varint(long value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        return [.. bytes, (byte)value];
    }

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Append(List<byte> table, byte[] contents, bool compress) =>
        compress ? AppendBlock(table, Snappy.CompressToArray(contents), 1) : AppendBlock(table, contents, 0);

    private static byte[] AppendBlock(List<byte> table, byte[] contents, byte type)
    {
        byte[] handle = [.. Varint(table.Count), .. Varint(contents.Length)];
        byte[] block = [.. contents, type];
        table.AddRange([.. block, .. UInt32(MaskedCrc32C(block))]);
        return handle;
    }

    private static byte[] Finish(List<byte> table, byte[] index)
    {
        byte[] handles = [.. AppendBlock(table, Contents([]), 0), .. AppendBlock(table, index, 0)];
        Array.Resize(ref handles, 40);
        table.AddRange(handles);
        table.AddRange([0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb]);
        return [.. table];
    }
}
