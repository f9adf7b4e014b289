using MassTransit;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Large bodies (imports, exports) travel as files in the message data folder; a message carries their address. This is MassTransit's claim
/// check without its transforms: those rebuild a pipeline for every request of every kind, which costs half of the throughput.
/// </summary>
public static class MessageDataExtensions
{
    /// <summary>Stores a body and gives the address to send.</summary>
    public static async Task<Uri> StoreAsync(this IMessageDataRepository repository, byte[] content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await repository.Put(stream, cancellationToken: cancellationToken);
    }

    /// <summary>Reads the body that was stored at an address.</summary>
    public static async Task<byte[]> LoadAsync(this IMessageDataRepository repository, Uri address, CancellationToken cancellationToken)
    {
        await using var stream = await repository.Get(address, cancellationToken);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
