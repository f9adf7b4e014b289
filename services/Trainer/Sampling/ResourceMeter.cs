using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Makes windows out of readings: CPU in the mean over the window, memory at its end.</summary>
/// <param name="window">Length of a window.</param>
/// <param name="tolerance">How much shorter it may be: timers are not exact.</param>
/// <param name="cores">Cores that are 100 %.</param>
/// <param name="memoryBytes">Memory that is 100 %.</param>
internal sealed class ResourceMeter(TimeSpan window, TimeSpan tolerance, double cores, long memoryBytes)
{
    private readonly Queue<ResourceReading> _readings = new();

    /// <returns>The window that ends now; null until one is full.</returns>
    public ResourceWindow? Add(ResourceReading now)
    {
        _readings.Enqueue(now);
        // The youngest reading that is old enough is the window's beginning.
        while (_readings.Count > 1 && IsFull(_readings.ElementAt(1), now))
            _readings.Dequeue();
        var begin = _readings.Peek();
        if (!IsFull(begin, now))
            return null;
        var seconds = (now.At - begin.At).TotalSeconds;
        return new ResourceWindow(
            seconds,
            Percent(now.CpuSeconds - begin.CpuSeconds, seconds * cores),
            Percent(now.MemoryBytes, memoryBytes),
            Percent(now.OwnCpuSeconds - begin.OwnCpuSeconds, seconds * cores),
            Percent(now.OwnMemoryBytes, memoryBytes));
    }

    private bool IsFull(ResourceReading begin, ResourceReading end) => end.At - begin.At >= window - tolerance && end.At > begin.At;

    private static double Percent(double part, double whole) => Math.Clamp(100 * part / whole, 0, 100);
}
