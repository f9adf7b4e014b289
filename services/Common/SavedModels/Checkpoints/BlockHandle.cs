namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>Where a block of a <see cref="SortedTable"/> is, and how long without its trailer.</summary>
internal readonly record struct BlockHandle(ulong Offset, ulong Size)
{
    public static BlockHandle Read(ByteReader reader) => new(reader.ReadVarint(), reader.ReadVarint());
}
