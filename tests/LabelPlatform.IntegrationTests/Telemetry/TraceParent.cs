using System.Diagnostics;
using System.Net.Http.Json;

namespace LabelPlatform.IntegrationTests.Telemetry;

/// <summary>A caller's span, as it is told to the platform.</summary>
internal sealed record TraceParent(string TraceId, string SpanId, bool IsRecorded)
{
    private const string Header = "traceparent";

    public static TraceParent New(bool isRecorded = true) =>
        new(ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString(), isRecorded);

    /// <summary>Posts something as a part of it.</summary>
    public async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(Header, $"00-{TraceId}-{SpanId}-{(IsRecorded ? "01" : "00")}");
        return await http.SendAsync(request);
    }
}
