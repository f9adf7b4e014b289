using System.Net;
using System.Net.Sockets;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_model_server_answers_wrongly : IDisposable
{
    private readonly ModelFolder _models = new();

    public When_a_model_server_answers_wrongly()
    {
        _models.AddVersion("movie", 1, "影视", ["电影", "好看"]);
        _models.WriteConfig(("movie", [1]));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("<html>proxy</html>", "not JSON")]
    [InlineData("""{"predictions": [[0.5], [0.5]]""", "not JSON")]
    [InlineData("""{"predictions": [[0.5], [0.5]]} {}""", "not JSON")]
    [InlineData("[[0.5], [0.5]]", "another shape")]
    [InlineData("{}", "without 'predictions'")]
    [InlineData("""{"outputs": [[0.5], [0.5]]}""", "without 'predictions'")]
    [InlineData("""{"predictions": null}""", "another shape")]
    [InlineData("""{"predictions": [0.5, 0.5]}""", "another shape")]
    [InlineData("""{"predictions": [[0.5, 0.5], [0.5, 0.5]]}""", "another shape")]
    [InlineData("""{"predictions": [[[0.5]], [[0.5]]]}""", "another shape")]
    [InlineData("""{"predictions": [["0.5"], ["0.5"]]}""", "another shape")]
    [InlineData("""{"predictions": [[null], [0.5]]}""", "another shape")]
    [InlineData("""{"predictions": [[0.5]]}""", "1 rows of 2")]
    [InlineData("""{"predictions": [[0.5], [0.5], [0.5]]}""", "more rows than the 2")]
    [InlineData("""{"predictions": [[0.5], [1.5]]}""", "1.5")]
    [InlineData("""{"predictions": [[-0.25], [0.5]]}""", "-0.25")]
    [InlineData("""{"predictions": [[0.5], [1e999]]}""", "not a probability")]
    [InlineData("""{"predictions": [[0.5], [NaN]]}""", "NaN")]
    [InlineData("""{"predictions": [[NaN], [0.5]]}""", "NaN")]
    [InlineData("""{"predictions": [[Infinity], [0.5]]}""", "infinity")]
    [InlineData("""{"predictions": [[0.5], [-Infinity]]}""", "infinity")]
    public async Task Should_name_what_is_wrong(string body, string reason)
    {
        await using var server = await StubServer.AnsweringAsync(body);

        (await FailureAsync(server.Url)).Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData(400, """{"error": "indices[0,1] = 913 is not in [0, 913)\n\t [[{{node gather}}]]"}""", "answered 400 indices[0,1] = 913 is not in [0, 913)   [[{{node gather}}]]")]
    [InlineData(404, """{ "error": "Servable not found for request: Specific(movie, 1)" }""", "answered 404 Servable not found for request: Specific(movie, 1)")]
    [InlineData(500, "oops", "answered 500 Internal Server Error")]
    [InlineData(503, """{"error": 7}""", "answered 503 Service Unavailable")]
    [InlineData(302, "", "answered 302 Found")]
    public async Task Should_give_its_own_words(int status, string body, string reason)
    {
        await using var server = await StubServer.AnsweringAsync(body, status);

        (await FailureAsync(server.Url)).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Should_keep_its_words_short()
    {
        await using var server = await StubServer.AnsweringAsync($$"""{"error": "{{new string('x', 10_000)}}"}""", 500);

        (await FailureAsync(server.Url)).Reason.Length.ShouldBeLessThan(250);
    }

    [Fact]
    public async Task Should_not_read_answers_without_end()
    {
        await using var server = await StubServer.StartAsync(async (context, request) =>
        {
            var block = new byte[64 << 10];
            while (!request.Aborted.Task.IsCompleted)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });

        (await FailureAsync(server.Url)).Reason.ShouldContain("more than");
    }

    [Fact]
    public async Task Should_say_when_nobody_listens()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        (await FailureAsync($"http://{reserved.LocalEndPoint}")).Reason.ShouldBe("connection refused");
    }

    [Fact]
    public async Task Should_say_when_connecting_takes_too_long()
    {
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        using var waiting = new CancellationTokenSource();
        var queue = Enumerable.Range(0, 4).Select(_ => ConnectAsync(full.LocalEndPoint!, waiting.Token)).ToArray();
        await queue[0];

        (await FailureAsync($"http://{full.LocalEndPoint}", ("ConnectTimeoutMs", "50"))).Reason.ShouldBe("no connection");

        await waiting.CancelAsync();
        await Task.WhenAll(queue);
    }

    [Fact]
    public async Task Should_say_when_the_connection_breaks()
    {
        await using var server = await StubServer.StartAsync((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        (await FailureAsync(server.Url)).Reason.ShouldBe("the connection broke");
    }

    public void Dispose() => _models.Dispose();

    private static async Task ConnectAsync(EndPoint server, CancellationToken cancellation)
    {
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await client.ConnectAsync(server, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Its place in the queue was all that it was for.
        }
    }

    private async Task<PredictionFailure> FailureAsync(string url, params (string, string)[] settings)
    {
        using var host = new InferenceHost([("ModelsConfig", _models.Config), ("Servers:0:Url", url), .. settings]);
        var predicted = await host.PredictAsync([host.Text(["电影"], "影视"), host.Text(["好看"], "影视")]);

        predicted.ShouldAllBe(text => text.Predictions.Length == 0);
        var failures = predicted.SelectMany(text => text.Failures).ToArray();
        failures.Select(failure => (failure.Label, failure.Model)).ShouldBe([("影视", "movie"), ("影视", "movie")]);
        return failures[0];
    }
}
