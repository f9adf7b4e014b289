using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LabelPlatform.Api;

/// <summary>
/// Sends the first request itself, before it says that it has started and is ready: it compiles the whole path, in every stage that is there, and
/// takes a second where the next takes milliseconds.
/// </summary>
internal sealed class WarmUp(IServer server, WarmUpHealthCheck health, ILogger<WarmUp> logger) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await AskAsync(cancellationToken);
        health.IsOver = true;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address)
            return;
        try
        {
            using var client = new HttpClient { BaseAddress = Reachable(address), Timeout = TimeSpan.FromSeconds(6) };
            using var request = new StringContent("""{"texts":["预热"],"deadlineMs":5000}""", Encoding.UTF8, "application/json");
            using var response = await client.PostAsync("/v1/label", request, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Log.NotWarmedUp(logger, exception);
        }
    }

    /// <summary>A server that listens on every interface is asked on this machine's own.</summary>
    private static Uri Reachable(string address)
    {
        var binding = BindingAddress.Parse(address);
        var host = binding.Host is "+" or "*" or "[::]" or "0.0.0.0" ? "127.0.0.1" : binding.Host;
        return new UriBuilder(binding.Scheme, host, binding.Port).Uri;
    }
}
