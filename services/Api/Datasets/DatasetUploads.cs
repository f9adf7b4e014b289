using System.IO.Compression;
using LabelPlatform.Api.Requests;
using LabelPlatform.Api.Training;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Datasets;

/// <summary>Stores bodies in the message data folder as they come in, never whole in memory.</summary>
internal sealed class DatasetUploads(IMessageDataRepository messageData, MessageDataFolder folder, IOptions<TrainingApiOptions> options)
{
    private readonly long _maxBytes = options.Value.MaxDatasetBytes;

    /// <summary>Stores a body, decompressed, and gives its address.</summary>
    /// <exception cref="InvalidRequestException">It is over the limit, or not compressed as it says. Nothing of it is kept.</exception>
    public async Task<Uri> StoreAsync(HttpRequest request)
    {
        if (request.ContentLength > _maxBytes)
            throw LimitedStream.TooLarge(_maxBytes);

        await using var content = Open(request);
        await using var upload = new UploadStream(content, request.HttpContext.RequestAborted);
        var address = await messageData.Put(upload);
        if (upload.Failure is not { } failure)
            return address;

        folder.Remove(address);
        if (failure.SourceException is InvalidDataException)
            throw new InvalidRequestException("The body is not what Content-Encoding: gzip says: it is damaged, cut short, or not compressed.");
        failure.Throw();
        return address;
    }

    /// <summary>Removes what <see cref="StoreAsync"/> stored.</summary>
    public void Remove(Uri address) => folder.Remove(address);

    private LimitedStream Open(HttpRequest request)
    {
        // Compressed bytes have a limit of their own: empty blocks without end decompress to nothing.
        var body = new LimitedStream(request.Body, _maxBytes);
        return request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
        {
            "" or "identity" => body,
            "gzip" => new LimitedStream(new GZipStream(body, CompressionMode.Decompress), _maxBytes),
            var other => throw new InvalidRequestException(
                $"Content-Encoding must be gzip or missing; it was {other}.", StatusCodes.Status415UnsupportedMediaType),
        };
    }
}
