using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.Tests.TrainingScheduler;

/// <summary>A model server that says of each version what the test wants; of others that it has not heard of them.</summary>
internal sealed class FakeModelServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, (string State, string Message)> _versions = new();
    private readonly WebApplication _app;

    private FakeModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        // As TensorFlow Serving answers.
        _app.MapGet("/v1/models/{model}/versions/{version:long}", (long version) => _versions.TryGetValue(version, out var status)
            ? Results.Json(new
            {
                model_version_status = new[]
                {
                    new { version = $"{version}", state = status.State, status = new { error_code = status.Message.Length > 0 ? "UNKNOWN" : "OK", error_message = status.Message } },
                },
            })
            : Results.NotFound());
    }

    public string Url => _app.Urls.First();

    public static async Task<FakeModelServer> StartAsync()
    {
        var server = new FakeModelServer();
        await server._app.StartAsync();
        return server;
    }

    public void Say(long version, string state, string message = "") => _versions[version] = (state, message);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
