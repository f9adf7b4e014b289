using MassTransit;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>How long this process has been listening to workers: since its bus was last without a connection.</summary>
internal sealed class ListeningTime(IBusControl bus, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);
    private long _since = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(Interlocked.Read(ref _since));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            if (bus.CheckHealth().Status is not BusHealthStatus.Healthy)
                Interlocked.Exchange(ref _since, time.GetTimestamp());
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
