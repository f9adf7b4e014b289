using LabelPlatform.ModelServer;
using LabelPlatform.ModelServer.Monitoring;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.ModelServer.Servables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.Tests.ModelServer.Rest;

/// <summary>The REST interface over Kestrel on a free port; a test server would not give the request target as it was sent.</summary>
internal sealed class RestApplication : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private RestApplication(WebApplication app) => _app = app;

    public static async Task<RestApplication> StartAsync(OneServable servables, params (string Option, string Value)[] options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            options.Select(option => KeyValuePair.Create($"{ModelServerOptions.Section}:{option.Option}", (string?)option.Value)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IServables>(servables);
        builder.Services.AddSingleton<IModelNames>(servables);
        builder.Services.AddMonitoring();
        builder.AddRest();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRest();
        app.MapGet("/health", () => Results.Text("healthy"));
        await app.StartAsync();
        return new RestApplication(app);
    }

    /// <summary>Sends a request to exactly this path.</summary>
    public async Task<RestReply> SendAsync(string method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        // Escaped characters must stay so.
        var url = new Uri(_app.Urls.Single() + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await _client.SendAsync(request);
        return new RestReply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(),
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
