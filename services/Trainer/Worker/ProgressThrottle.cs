namespace LabelPlatform.Trainer.Worker;

/// <summary>Lets about two lines a second through, of those between them the latest; a point of the curve is never left out.</summary>
internal sealed class ProgressThrottle : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Action<TrainerLine> _report;
    private readonly ITimer _timer;
    private TrainerLine? _waiting;
    private long? _last;

    public ProgressThrottle(TimeProvider time, Action<TrainerLine> report)
    {
        (_time, _report) = (time, report);
        _timer = time.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(TrainerLine line)
    {
        lock (_gate)
        {
            var wait = _last is { } last ? Interval - _time.GetElapsedTime(last) : TimeSpan.Zero;
            if (line.HasPoint || wait <= TimeSpan.Zero)
            {
                Report(line);
                return;
            }

            if (_waiting is null)
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
            _waiting = line;
        }
    }

    /// <summary>What still waits is dropped: how it ended says more.</summary>
    public void Dispose()
    {
        lock (_gate)
            _waiting = null;
        _timer.Dispose();
    }

    private void Flush()
    {
        lock (_gate)
        {
            if (_waiting is { } line)
                Report(line);
        }
    }

    private void Report(TrainerLine line)
    {
        _waiting = null;
        _last = _time.GetTimestamp();
        _report(line);
    }
}
