using LabelPlatform.Api.Requests;

namespace LabelPlatform.Api.Datasets;

/// <summary>Reads no more than so many bytes of a stream; whoever reads on gets a refusal.</summary>
internal sealed class LimitedStream(Stream inner, long maxBytes) : ForwardStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _read += read;
        return _read <= maxBytes ? read : throw TooLarge(maxBytes);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    public static InvalidRequestException TooLarge(long maxBytes) =>
        new($"The dataset is larger than {maxBytes:N0} bytes; send it in parts, or have TrainingApi:MaxDatasetBytes raised.", StatusCodes.Status413PayloadTooLarge);
}
