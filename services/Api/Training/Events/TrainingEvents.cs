using System.Collections.Concurrent;
using LabelPlatform.Contracts.Training;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Training.Events;

/// <summary>Hands what the bus says about runs to the streams that follow them.</summary>
internal sealed class TrainingEvents(IOptions<TrainingApiOptions> options)
{
    private readonly ConcurrentDictionary<TrainingSubscription, byte> _subscriptions = new();

    /// <summary>How many streams there are.</summary>
    public int Subscriptions => _subscriptions.Count;

    /// <summary>Follows a run from now on, until the subscription is disposed of.</summary>
    public TrainingSubscription Subscribe(Guid runId)
    {
        var subscription = new TrainingSubscription(runId, options.Value.MaxPendingEvents, closed => _subscriptions.TryRemove(closed, out _));
        _subscriptions.TryAdd(subscription, 0);
        return subscription;
    }

    public void Publish(TrainingJobChanged changed)
    {
        foreach (var subscription in Following(changed.Job.RunId))
            subscription.Add(changed);
    }

    public void Publish(TrainingRunCompleted completed)
    {
        foreach (var subscription in Following(completed.RunId))
            subscription.Complete(completed);
    }

    private IEnumerable<TrainingSubscription> Following(Guid runId) => _subscriptions.Keys.Where(subscription => subscription.RunId == runId);
}
