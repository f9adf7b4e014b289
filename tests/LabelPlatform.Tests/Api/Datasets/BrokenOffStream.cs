namespace LabelPlatform.Tests.Api.Datasets;

/// <summary>The body of a client that goes away after so many bytes.</summary>
internal sealed class BrokenOffStream(int bytes) : MemoryStream(new byte[bytes])
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The client is gone.");
}
