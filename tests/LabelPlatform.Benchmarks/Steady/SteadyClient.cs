using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LabelPlatform.Benchmarks.Steady;

/// <summary>Asks for the labels of one text at a time, as a caller with an ordinary HTTP client does.</summary>
internal sealed class SteadyClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http;
    private readonly string? _hostHeader;
    private readonly int? _deadlineMs;

    public SteadyClient(Uri url, string? hostHeader, TimeSpan? deadline)
    {
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) })
        {
            BaseAddress = url,
            Timeout = TimeSpan.FromSeconds(10) + (deadline ?? TimeSpan.Zero),
        };
        _hostHeader = hostHeader;
        _deadlineMs = (int?)deadline?.TotalMilliseconds;
    }

    public async Task<SteadyAnswer> LabelAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/label") { Content = JsonContent.Create(new { texts = new[] { text }, deadlineMs = _deadlineMs }, options: Json) };
            request.Headers.Host = _hostHeader;
            using var response = await _http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.StatusCode == HttpStatusCode.OK ? Read(body) : new SteadyAnswer((int)response.StatusCode, body, IsDegraded: false);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new SteadyAnswer(0, exception.InnerException?.Message ?? exception.Message, IsDegraded: false);
        }
    }

    public void Dispose() => _http.Dispose();

    private static SteadyAnswer Read(string body)
    {
        var item = JsonNode.Parse(body)!["items"]![0]!;
        // A text that says why it has no labels, because its deadline passed, is not answered; it is not answered wrongly.
        return item["error"] is { } error
            ? new SteadyAnswer((int)HttpStatusCode.ServiceUnavailable, error.ToJsonString(), IsDegraded: false)
            : new SteadyAnswer(200, item["labels"]!.ToJsonString(), item["degraded"]!.AsArray().Count > 0);
    }
}
