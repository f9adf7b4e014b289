using LabelPlatform.ModelServer;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LabelPlatform.AllInOne;

/// <summary>
/// ModelServer on a loopback port of this process. It is a web application of its own, which Inference asks over HTTP as it would ask any other
/// server.
/// </summary>
internal sealed class EmbeddedModelServer(
    LoopbackSocket socket, IConfiguration configuration, ILoggerFactory loggers, ILogger<EmbeddedModelServer> logger) : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(configuration.GetSection(ModelServerOptions.Section).AsEnumerable());
        builder.Services.AddSingleton<ILoggerFactory>(new QuietLoggers(loggers));
        builder.Services.AddSingleton(TimeProvider.System);
        // This process has a host that listens to signals.
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        // The addresses of settings beside the program are the platform's.
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel => kestrel.ListenHandle((ulong)socket.Handle));
        builder.AddModelServer();

        _app = builder.Build();
        _app.MapModelServer();
        await _app.StartAsync(cancellationToken);
        await _app.WaitForModelsAsync(cancellationToken);
        Log.ModelsServed(logger, socket.Url);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }
}
