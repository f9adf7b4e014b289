namespace LabelPlatform.Benchmarks.Training;

/// <summary>zlib's checksum, which the split of the headlines is defined by.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Divide((uint)value))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Divide(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value >> 1) ^ ((value & 1) * Polynomial);
        return value;
    }
}
