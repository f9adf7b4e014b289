using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.Tests.Inference;

/// <summary>An HTTP server on a free port whose answers the test chooses.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<StubRequest> _requests = Channel.CreateUnbounded<StubRequest>();

    private StubServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Starts a server that answers every request with what <paramref name="answer"/> writes.</summary>
    public static async Task<StubServer> StartAsync(Func<HttpContext, StubRequest, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new StubServer(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = new StubRequest(context.Request.Path, context.Request.ContentType, await reader.ReadToEndAsync());
            context.RequestAborted.Register(() => request.Aborted.TrySetResult());
            server._requests.Writer.TryWrite(request);
            await answer(context, request);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>Starts a server that answers with a body and a status.</summary>
    public static Task<StubServer> AnsweringAsync(string body, int status = 200) => StartAsync(async (context, _) =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    });

    /// <summary>Starts a server that never answers.</summary>
    public static Task<StubServer> HangingAsync() => StartAsync((_, request) => request.Aborted.Task);

    /// <summary>The next request, once it has come.</summary>
    public async Task<StubRequest> NextAsync() => await _requests.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The requests that nobody has taken yet.</summary>
    public IReadOnlyList<StubRequest> Rest()
    {
        var rest = new List<StubRequest>();
        while (_requests.Reader.TryRead(out var request))
            rest.Add(request);
        return rest;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
