using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabelPlatform.ServiceDefaults;

/// <summary>
/// How a service stops without losing a request: HTTP first takes no new ones and answers those it has, then the bus hands out nothing more and waits
/// for the consumers, then everything else ends. Each of these limits lies within the next, and all of them within the grace that compose and Kubernetes
/// give before they kill.
/// </summary>
public static class Shutdown
{
    /// <summary>What a consumer has to end what it works on, before its cancellation token says so.</summary>
    public static readonly TimeSpan ConsumerStop = TimeSpan.FromSeconds(10);

    /// <summary>What the bus has for all of its endpoints.</summary>
    public static readonly TimeSpan BusStop = TimeSpan.FromSeconds(15);

    /// <summary>What the whole process has; a longer deadline of a request is not waited for.</summary>
    public static readonly TimeSpan HostStop = TimeSpan.FromSeconds(25);

    internal static void AddShutdown(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = HostStop);
        builder.Services.Configure<MassTransitHostOptions>(bus =>
        {
            bus.ConsumerStopTimeout = ConsumerStop;
            bus.StopTimeout = BusStop;
        });
    }
}
