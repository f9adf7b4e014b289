using System.Threading.Channels;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Api.Training.Events;

/// <summary>
/// What one stream has still to be sent. When its reader is slow and too much waits, the oldest event of the same job makes room for the newest:
/// every event tells the whole state of its job, so only points of curves are lost, which the run has. At most one event a job is kept beyond the
/// limit.
/// </summary>
internal sealed class TrainingSubscription(Guid runId, int maxPending, Action<TrainingSubscription> closed) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TrainingJobChanged> _pending = [];
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private TrainingRunCompleted? _completed;

    /// <summary>The run that is followed.</summary>
    public Guid RunId { get; } = runId;

    public void Add(TrainingJobChanged changed)
    {
        lock (_gate)
        {
            if (_completed is not null)
                return;
            if (_pending.Count >= maxPending)
                RemoveOldest(changed.Job.JobId);
            _pending.AddLast(changed);
        }

        _signal.Writer.TryWrite(true);
    }

    public void Complete(TrainingRunCompleted completed)
    {
        lock (_gate)
            _completed ??= completed;
        _signal.Writer.TryWrite(true);
    }

    /// <summary>Waits for what comes next: a change of a job, or after the last of them that the run has ended.</summary>
    public async Task<(TrainingJobChanged? Changed, TrainingRunCompleted? Completed)> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_pending.First is { } first)
                {
                    _pending.RemoveFirst();
                    return (first.Value, null);
                }

                if (_completed is not null)
                    return (null, _completed);
            }

            await _signal.Reader.ReadAsync(cancellationToken);
        }
    }

    public void Dispose() => closed(this);

    private void RemoveOldest(Guid jobId)
    {
        for (var node = _pending.First; node is not null; node = node.Next)
        {
            if (node.Value.Job.JobId != jobId)
                continue;
            _pending.Remove(node);
            return;
        }
    }
}
