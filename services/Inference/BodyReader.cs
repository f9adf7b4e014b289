namespace LabelPlatform.Inference;

/// <summary>Reads answers of servers that might never stop.</summary>
internal static class BodyReader
{
    /// <exception cref="PredictionException">The body is longer than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > maxBytes)
            throw TooLong(maxBytes);

        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Math.Min(maxBytes + 1, (int?)content.Headers.ContentLength + 1 ?? 4096)];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellation) is var read and > 0)
        {
            length += read;
            if (length > maxBytes)
                throw TooLong(maxBytes);
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(maxBytes + 1, buffer.Length * 2));
        }

        return buffer.AsMemory(0, length);
    }

    private static PredictionException TooLong(int maxBytes) => new(CallOutcome.Invalid, $"answered more than {maxBytes} bytes");
}
