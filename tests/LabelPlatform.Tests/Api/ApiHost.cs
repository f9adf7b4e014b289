using System.Net.Http.Headers;
using System.Text;
using LabelPlatform.Api;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.Tests.Api;

/// <summary>Api over Kestrel on a free port (a test server would not have its limits), and a bus that the test answers on.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private ApiHost(WebApplication app, DirectoryInfo folder)
    {
        (_app, _folder) = (app, folder);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The bodies that wait in the message data folder.</summary>
    public IEnumerable<FileInfo> StoredBodies => _folder.EnumerateFiles("*", SearchOption.AllDirectories);

    public static async Task<ApiHost> StartAsync(FakeScheduler scheduler, params IEnumerable<(string Key, string Value)> settings)
    {
        var folder = Directory.CreateTempSubdirectory("labelplatform-api-");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            [new("Messaging:Transport", "InMemory"), new("Messaging:MessageDataPath", folder.FullName), new("Urls", "http://127.0.0.1:0")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(scheduler);
        builder.Services.AddSingleton(scheduler.Time);
        builder.AddServiceDefaults();
        builder.AddApi();
        builder.AddMessaging(bus =>
        {
            bus.AddApiConsumers();
            scheduler.AddConsumers(bus);
        });
        builder.Services.Configure<MassTransitHostOptions>(bus => bus.WaitUntilStarted = true);
        // It labels a text, and there is nobody to do it.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(WarmUp)));

        var app = builder.Build();
        app.MapApi();
        await app.StartAsync();
        return new ApiHost(app, folder);
    }

    public async Task<ApiReply> GetAsync(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return await SendAsync(request);
    }

    /// <summary>Posts JSON, or with null nothing.</summary>
    public async Task<ApiReply> PostAsync(string path, string? json = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
        };
        return await SendAsync(request);
    }

    /// <summary>Posts a file.</summary>
    public async Task<ApiReply> UploadAsync(string path, byte[] content, string contentType, string? encoding = null, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (encoding is not null)
            request.Content.Headers.ContentEncoding.Add(encoding);
        request.Headers.TransferEncodingChunked = chunked;
        // As curl does: whoever is refused at once has not sent anything, and so reads the answer.
        request.Headers.ExpectContinue = true;
        return await SendAsync(request);
    }

    public async Task<ApiReply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        return new ApiReply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(),
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
