namespace LabelPlatform.SavedModels;

/// <summary>Reads numbers of variable length, as protobuf has them, and runs of bytes, one after the other.</summary>
internal sealed class ByteReader(ReadOnlyMemory<byte> bytes)
{
    private const int MaxVarintLength = 10;

    private ReadOnlyMemory<byte> _rest = bytes;

    /// <summary>How many bytes are not read yet.</summary>
    public int Remaining => _rest.Length;

    /// <exception cref="SavedModelException">The bytes end within it, or it is too long.</exception>
    public ulong ReadVarint()
    {
        var span = _rest.Span;
        var value = 0UL;
        for (var i = 0; i < Math.Min(span.Length, MaxVarintLength); i++)
        {
            value |= (ulong)(span[i] & 0x7F) << (7 * i);
            if (span[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw new SavedModelException(StatusCode.DataLoss, "The bytes end where a number is expected.");
    }

    /// <summary>A number of bytes that follow.</summary>
    /// <exception cref="SavedModelException">So many do not follow.</exception>
    public int ReadLength()
    {
        var length = ReadVarint();
        return length <= (ulong)Remaining ? (int)length : throw TooShort(length);
    }

    /// <exception cref="SavedModelException">There are not so many bytes.</exception>
    public ReadOnlyMemory<byte> Read(int count)
    {
        if (count > Remaining)
            throw TooShort((ulong)count);
        var read = _rest[..count];
        _rest = _rest[count..];
        return read;
    }

    private SavedModelException TooShort(ulong count) =>
        new(StatusCode.DataLoss, $"{count} bytes are announced where only {Remaining} follow.");
}
