using System.Text.Json;

namespace LabelPlatform.Tests.ModelServer.Rest;

internal sealed record RestReply(int Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The message of an error.</summary>
    public string Error => JsonSerializer.Deserialize<JsonElement>(Body).GetProperty("error").GetString()!;
}
