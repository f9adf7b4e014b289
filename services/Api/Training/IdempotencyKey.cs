using LabelPlatform.Api.Requests;

namespace LabelPlatform.Api.Training;

/// <summary>The header by which a client may send the same request twice.</summary>
internal static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";

    /// <summary>The key, or null when the request has none.</summary>
    /// <exception cref="InvalidRequestException">It is no UUID.</exception>
    public static Guid? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return null;
        return Guid.TryParseExact(values.ToString(), "D", out var key) && key != Guid.Empty
            ? key
            : throw new InvalidRequestException($"{Header} must be a UUID like 0199a3f0-5c1e-7d3a-9b1f-2a4c6e8f0a1b, and not all zeros.");
    }
}
