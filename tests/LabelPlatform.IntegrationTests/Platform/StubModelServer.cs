using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>A model server with TensorFlow Serving's REST interface that behaves as a test wants.</summary>
public sealed class StubModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _calls;

    private StubModelServer(Func<HttpContext, Task> predict)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v1/models/{model}/versions/{version}:predict", async context =>
        {
            Interlocked.Increment(ref _calls);
            await predict(context);
        });
    }

    public string Url => _app.Urls.First();

    /// <summary>How often it was asked.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Gives every row the same probability.</summary>
    public static Task<StubModelServer> AnsweringAsync(double probability) => StartAsync(async context =>
    {
        var request = await JsonNode.ParseAsync(context.Request.Body);
        var rows = request!["instances"]!.AsArray();
        await context.Response.WriteAsJsonAsync(new { predictions = rows.Select(_ => new[] { probability }) });
    });

    /// <summary>Takes the request and never answers.</summary>
    public static Task<StubModelServer> HangingAsync() => StartAsync(context =>
    {
        var aborted = new TaskCompletionSource();
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    });

    /// <summary>Answers 200 with something else than predictions.</summary>
    public static Task<StubModelServer> AnsweringGarbageAsync() => StartAsync(context => context.Response.WriteAsync("<html>It works!</html>"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<StubModelServer> StartAsync(Func<HttpContext, Task> predict)
    {
        var server = new StubModelServer(predict);
        await server._app.StartAsync();
        return server;
    }
}
