using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using LabelPlatform.ModelServer.Buffers;

namespace LabelPlatform.ModelServer.Rest;

/// <summary>Reads the body of a request whole, inflated when it is compressed.</summary>
internal static class RequestBody
{
    // What a client announces it has not sent yet.
    private const int MaxFirstCapacity = 1 << 20;
    private const int MinFirstCapacity = 4096;

    /// <exception cref="BadHttpRequestException">The server refuses the body: it is too large, came too slowly, or broke off.</exception>
    public static async Task<PooledBuffer> ReadAsync(HttpRequest request, int maxInflatedBytes, CancellationToken cancellation)
    {
        var body = new PooledBuffer((int)Math.Clamp(request.ContentLength ?? 0, MinFirstCapacity, MaxFirstCapacity));
        try
        {
            await ReadAsync(request, body, cancellation);
            if (!request.Headers.ContentEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
                return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }

        using (body)
            return Inflate(body, maxInflatedBytes);
    }

    private static async Task ReadAsync(HttpRequest request, PooledBuffer body, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            foreach (var segment in read.Buffer)
                body.Write(segment.Span);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    /// <summary>TensorFlow Serving takes what cannot be inflated, or only to more than the limit, for an empty body.</summary>
    private static PooledBuffer Inflate(PooledBuffer body, int maxBytes)
    {
        var inflated = new PooledBuffer(Math.Clamp(body.Length, MinFirstCapacity, MaxFirstCapacity));
        try
        {
            using var stream = new GZipStream(body.ToStream(), CompressionMode.Decompress);
            while (inflated.Length <= maxBytes && stream.Read(inflated.GetSpan()) is var read and > 0)
                inflated.Advance(read);
            if (inflated.Length > maxBytes || !IsWhole(body.Span, inflated.Length))
                inflated.Clear();
        }
        catch (InvalidDataException)
        {
            inflated.Clear();
        }

        return inflated;
    }

    // The stream does not mind when the end is missing. The last four bytes say how long the text is.
    private static bool IsWhole(ReadOnlySpan<byte> compressed, int length) =>
        compressed.Length >= sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(compressed[^sizeof(int)..]) == length;
}
