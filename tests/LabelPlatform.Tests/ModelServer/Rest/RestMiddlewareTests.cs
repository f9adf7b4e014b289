using System.IO.Compression;
using System.Text;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Rest;

public sealed class RestMiddlewareTests
{
    private const string Predict = "/v1/models/unknown:predict";
    private const string Instances = """{"instances": [1]}""";

    [Fact]
    public async Task OutsideV1_IsLeftToOthers()
    {
        await using var application = await StartAsync();

        (await application.SendAsync("GET", "/health")).Body.ShouldBe("healthy");
        (await application.SendAsync("GET", "/v2/models/m")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("POST", "/v1/models/m%2Fn%3Ao:predict", "Servable not found for request: Latest(m/n:o)")]
    [InlineData("POST", "/V1/models/m/versions/7:predict", "Servable not found for request: Specific(m, 7)")]
    [InlineData("GET", "/v1/models/m%2Fn", "Could not find any versions of model m/n")]
    public async Task EscapedName_IsUnderstood(string method, string path, string error)
    {
        await using var application = await StartAsync();

        var reply = await application.SendAsync(method, path, method == "POST" ? new StringContent(Instances) : null);

        reply.Status.ShouldBe(404);
        reply.Error.ShouldBe(error);
    }

    [Theory]
    [InlineData("classify")]
    [InlineData("regress")]
    public async Task ClassifyAndRegress_AreNotImplemented(string verb)
    {
        await using var application = await StartAsync();

        var reply = await application.SendAsync("POST", $"/v1/models/m:{verb}", new StringContent("{}"));

        reply.Status.ShouldBe(501);
        reply.Error.ShouldContain(":predict");
    }

    [Theory]
    [InlineData("http://example.com", 200)]
    [InlineData("https://example.com", 200)]
    [InlineData("null", 400)]
    [InlineData(null, 400)]
    public async Task Options_NeedsAnOrigin(string? origin, int status)
    {
        await using var application = await StartAsync();

        var reply = await application.SendAsync("OPTIONS", Predict, null, origin is null ? [] : [("Origin", origin)]);

        reply.Status.ShouldBe(status);
        reply.Body.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task CorsHeaders_AreAnOption(string enabled)
    {
        await using var application = await StartAsync(("RestApiEnableCorsSupport", enabled));

        var reply = await application.SendAsync("GET", "/v1/models/unknown");

        reply.Headers.GetValueOrDefault("Access-Control-Allow-Origin").ShouldBe(enabled == "true" ? "*" : null);
        reply.Headers.GetValueOrDefault("Access-Control-Allow-Methods").ShouldBe(enabled == "true" ? "POST, GET" : null);
        reply.Headers.GetValueOrDefault("Access-Control-Allow-Headers").ShouldBe(enabled == "true" ? "Content-Type" : null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TooLargeBody_IsRefused(bool chunked)
    {
        await using var application = await StartAsync(("MaxRequestBodyBytes", "1000"));
        using var body = new StringContent(new string(' ', 1001));
        if (chunked)
            body.Headers.ContentLength = null;

        var reply = await application.SendAsync("POST", Predict, body, chunked ? [("Transfer-Encoding", "chunked")] : []);

        reply.Status.ShouldBe(413);
        reply.ContentType.ShouldBe("application/json");
        reply.Error.ShouldContain("MaxRequestBodyBytes");
    }

    [Fact]
    public async Task CompressedBody_IsInflated()
    {
        await using var application = await StartAsync();

        // The body is read before the model is looked for.
        (await application.SendAsync("POST", Predict, Gzip(Compress(Instances)))).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("no gzip at all")]
    [InlineData("larger than the limit")]
    public async Task CompressedBodyThatCannotBeInflated_IsTakenForEmpty(string what)
    {
        await using var application = await StartAsync(("MaxInflatedBytes", "1000"));
        var body = what switch
        {
            "truncated" => Compress(Instances)[..^1],
            "larger than the limit" => Compress(Instances + new string(' ', 1000)),
            _ => Encoding.UTF8.GetBytes(Instances),
        };

        var reply = await application.SendAsync("POST", Predict, Gzip(body));

        reply.Status.ShouldBe(400);
        reply.Error.ShouldBe("JSON Parse error: The document is empty");
    }

    [Fact]
    public async Task LongBody_IsReadWhole()
    {
        await using var application = await StartAsync();
        var body = $$"""{"instances": [{{string.Join(',', Enumerable.Range(0, 500_000))}}] x""";

        var reply = await application.SendAsync("POST", Predict, new StringContent(body));

        reply.Error.ShouldBe($"JSON Parse error: Missing a comma or '}}' after an object member. at offset: {body.Length - 1}");
    }

    private static Task<RestApplication> StartAsync(params (string Option, string Value)[] options) =>
        RestApplication.StartAsync(new OneServable("movie", 3, new Dictionary<string, long>(), () => throw new InvalidOperationException()), options);

    private static byte[] Compress(string text)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionMode.Compress))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    private static ByteArrayContent Gzip(byte[] body) => new(body) { Headers = { ContentEncoding = { "gzip" } } };
}
