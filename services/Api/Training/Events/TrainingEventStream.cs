using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using LabelPlatform.Contracts.Training;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Training.Events;

/// <summary>
/// A run as server-sent events: <c>run</c> with all of it, <c>job</c> for every change, <c>completed</c> at the end. While nothing happens a
/// <c>heartbeat</c> keeps proxies from closing the connection, and the run is read again: the end may have been published while this replica
/// was cut off from the broker.
/// </summary>
internal sealed class TrainingEventStream(
    TrainingClient training, IOptions<TrainingApiOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>Id of the last event of every stream; a browser that connects again says it.</summary>
    public const string LastEventId = "completed";

    private const string Run = "run";
    private const string Job = "job";
    private const string Completed = "completed";
    private const string Heartbeat = "heartbeat";

    private readonly TimeSpan _silence = TimeSpan.FromSeconds(options.Value.HeartbeatSeconds);

    /// <summary>Sends the run as it was read after the subscription, then what came since.</summary>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(
        TrainingRunDetails run, TrainingSubscription events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<object>(run, Run);
        while (run.CompletedAt is null)
        {
            if (await NextAsync(events, cancellationToken) is not { } next)
                yield break;
            yield return next;
            if (next.EventType is Completed)
                yield break;
            if (next.EventType is Heartbeat && await FindEndedAsync(run.RunId, cancellationToken) is { } ended)
            {
                run = ended;
                yield return new SseItem<object>(run, Run);
            }
        }

        yield return End(Summarize(run));
    }

    /// <summary>The next event, or null when the service stops: browsers then connect to another replica.</summary>
    private async Task<SseItem<object>?> NextAsync(TrainingSubscription events, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(_silence, time);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, lifetime.ApplicationStopping, cancellationToken);
        try
        {
            var (changed, completed) = await events.TakeAsync(wait.Token);
            return changed is not null ? new SseItem<object>(changed, Job) : End(completed!);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return lifetime.ApplicationStopping.IsCancellationRequested ? null : new SseItem<object>(new { at = time.GetUtcNow().UtcDateTime }, Heartbeat);
        }
    }

    private async Task<TrainingRunDetails?> FindEndedAsync(Guid runId, CancellationToken cancellationToken)
    {
        try
        {
            return await training.GetRunAsync(runId, cancellationToken) is { CompletedAt: not null } ended ? ended : null;
        }
        catch (Batching.StageUnavailableException)
        {
            // The next heartbeat asks again.
            return null;
        }
    }

    private static SseItem<object> End(TrainingRunCompleted completed) => new(completed, Completed) { EventId = LastEventId };

    private static TrainingRunCompleted Summarize(TrainingRunDetails run) => new(
        run.RunId,
        run.State,
        run.Jobs.Count(job => job.State is "succeeded"),
        run.Jobs.Count(job => job.State is "failed"),
        run.Jobs.Count(job => job.State is "cancelled"));
}
