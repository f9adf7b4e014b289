using Microsoft.Extensions.Logging;

namespace LabelPlatform.Persistence;

/// <summary>The loop of hosted services.</summary>
public static class Periodically
{
    /// <summary>Does <paramref name="work"/> again and again; what fails is logged, and done again after the interval.</summary>
    public static async Task RunAsync(
        TimeSpan interval,
        TimeProvider time,
        ILogger logger,
        Func<CancellationToken, Task> work,
        CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            do
            {
                try
                {
                    await work(stopping);
                }
                catch (Exception exception) when (!stopping.IsCancellationRequested)
                {
                    Log.RoundFailed(logger, exception);
                }
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
