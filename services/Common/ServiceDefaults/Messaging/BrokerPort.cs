using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>
/// The port of the broker, which is waited for before MassTransit connects. MassTransit's own attempts are up to half a minute apart: a broker that was
/// away for ten seconds would be missed for forty, and every attempt logged with its stack trace.
/// </summary>
internal sealed class BrokerPort(IHostApplicationLifetime lifetime, TimeProvider time, ILogger<BrokerPort> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Completes when it takes connections, or the service stops.</summary>
    public async Task UntilOpenAsync(string host, int port)
    {
        var stopping = lifetime.ApplicationStopping;
        var wasAway = false;
        while (await TryConnectAsync(host, port, stopping) is { } problem)
        {
            if (stopping.IsCancellationRequested)
                return;
            if (!wasAway)
                Log.BrokerAway(logger, host, port, problem);
            wasAway = true;
            await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (wasAway)
            Log.BrokerBack(logger, host, port);
    }

    /// <returns>Why it does not, or null.</returns>
    private static async Task<string?> TryConnectAsync(string host, int port, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(Limit);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            return null;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return exception is SocketException ? exception.Message : $"no answer in {Limit.TotalSeconds} s";
        }
    }
}
