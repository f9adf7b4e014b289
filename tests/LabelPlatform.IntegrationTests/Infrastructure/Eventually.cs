using System.Diagnostics;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Waits on what another process does, which can only be asked for.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until <paramref name="condition"/> holds.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="TimeoutException">It did not hold within the limit.</exception>
    public static async Task<TimeSpan> HoldsAsync(string what, TimeSpan limit, Func<CancellationToken, Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        using var deadline = new CancellationTokenSource(limit);
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (!await condition(deadline.Token))
                await timer.WaitForNextTickAsync(deadline.Token);
            return watch.Elapsed;
        }
        catch (OperationCanceledException cancelled) when (deadline.IsCancellationRequested)
        {
            throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {what}.", cancelled);
        }
    }

    /// <inheritdoc cref="HoldsAsync(string, TimeSpan, Func{CancellationToken, Task{bool}})"/>
    public static Task<TimeSpan> HoldsAsync(string what, TimeSpan limit, Func<bool> condition) =>
        HoldsAsync(what, limit, _ => Task.FromResult(condition()));
}
