using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace LabelPlatform.Api.Requests;

/// <summary>Reads bodies whole, within a limit.</summary>
internal static class RequestBody
{
    /// <summary>Reads a JSON body.</summary>
    /// <exception cref="InvalidRequestException">It is no JSON, not UTF-8, or over the limit.</exception>
    public static async Task<JsonDocument> ReadJsonAsync(HttpRequest request, int maxBytes)
    {
        if (!request.HasJsonContentType())
        {
            throw new InvalidRequestException(
                $"The body must be JSON: send it with the header Content-Type: application/json (it was {request.ContentType ?? "missing"}).",
                StatusCodes.Status415UnsupportedMediaType);
        }

        var body = await ReadAsync(request, maxBytes);
        if (!Utf8.IsValid(body))
            throw new InvalidRequestException("The body is not valid UTF-8.");
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException($"The body is not valid JSON, line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} of it.");
        }
    }

    /// <summary>Reads a body as bytes.</summary>
    /// <exception cref="InvalidRequestException">It is over the limit.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > maxBytes)
                throw TooLarge(maxBytes);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static InvalidRequestException TooLarge(int maxBytes) =>
        new($"The body is larger than {maxBytes:N0} bytes; send it in parts.", StatusCodes.Status413PayloadTooLarge);
}
