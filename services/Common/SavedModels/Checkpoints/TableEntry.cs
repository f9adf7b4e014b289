namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>A key of a <see cref="SortedTable"/> with its value.</summary>
internal readonly record struct TableEntry(byte[] Key, ReadOnlyMemory<byte> Value);
