using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelPlatform.Benchmarks.Load;

/// <summary>Ready-made HTTP requests, so that the generator spends nothing on making them.</summary>
internal static class LoadRequests
{
    // More distinct requests than this measure the generator's memory rather than the server.
    private const int MaxRequests = 4096;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[][] Create(Uri url, string[] texts, int textsPerRequest)
    {
        var count = Math.Min(MaxRequests, texts.Length);
        return [.. Enumerable.Range(0, count).Select(i => Create(url, Enumerable.Range(0, textsPerRequest).Select(k => texts[((i * textsPerRequest) + k) % texts.Length])))];
    }

    private static byte[] Create(Uri url, IEnumerable<string> texts)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { texts }, Json);
        var head = $"POST /v1/label HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
