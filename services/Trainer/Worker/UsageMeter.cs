using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Trainer.Worker;

/// <summary>What an attempt has used since it was made. Thread-safe.</summary>
internal sealed class UsageMeter(TimeSpan window, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly List<(TimeSpan At, double CpuSeconds)> _readings = [(TimeSpan.Zero, 0)];
    private int _leader;
    private double _leaderSeconds;
    private double _busiest;
    private bool _hasWindow;
    private long _peakMemory;

    public TrainingUsage Current
    {
        get
        {
            lock (_gate)
            {
                var (at, seconds) = _readings[^1];
                // One that is shorter than a window has only its mean.
                var cores = _hasWindow || at <= TimeSpan.Zero ? _busiest : seconds / at.TotalSeconds;
                return new TrainingUsage(cores, _peakMemory, time.GetElapsedTime(_start).TotalSeconds);
            }
        }
    }

    /// <summary>Adds what was measured now.</summary>
    /// <param name="leader">The process that leads the group.</param>
    /// <param name="cpuSeconds">Processor time of its group since it started.</param>
    /// <param name="memoryBytes">Memory of its group.</param>
    /// <returns>Processor time since the measurement before.</returns>
    public double Add(int leader, double cpuSeconds, long memoryBytes)
    {
        lock (_gate)
        {
            // The trainer and the evaluation are two groups, one after the other. Processes that nobody waited for take their time with them.
            var increase = Math.Max(0, cpuSeconds - (leader == _leader ? _leaderSeconds : 0));
            (_leader, _leaderSeconds) = (leader, cpuSeconds);
            _peakMemory = Math.Max(_peakMemory, memoryBytes);
            var now = (At: time.GetElapsedTime(_start), CpuSeconds: _readings[^1].CpuSeconds + increase);
            _readings.Add(now);
            while (_readings.Count > 2 && now.At - _readings[1].At >= window)
                _readings.RemoveAt(0);
            if (now.At - _readings[0].At >= window)
            {
                _hasWindow = true;
                _busiest = Math.Max(_busiest, (now.CpuSeconds - _readings[0].CpuSeconds) / (now.At - _readings[0].At).TotalSeconds);
            }

            return increase;
        }
    }
}
