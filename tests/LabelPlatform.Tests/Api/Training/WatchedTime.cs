using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace LabelPlatform.Tests.Api.Training;

/// <summary>A clock that only the test moves, and that says when somebody has begun to wait by it.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets so much time pass as soon as somebody waits for exactly that.</summary>
    public async Task PassAsync(TimeSpan awaited)
    {
        while (await _timers.Reader.ReadAsync() != awaited)
        {
        }

        Advance(awaited);
    }
}
