using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LabelPlatform.LabelGraph;

/// <summary>Loads the graph when the process starts, and looks every few seconds whether a change was missed.</summary>
internal sealed class LabelGraphRefresher(LabelGraphProvider provider, IOptions<LabelGraphOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.VersionCheckSeconds), time);
        do
        {
            await provider.CheckAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
