using System.Diagnostics;
using LabelPlatform.Api.Labeling;
using MassTransit;

namespace LabelPlatform.Api.Batching;

/// <summary>
/// Asks one stage for many callers. Natural batching: an item is sent at once while no message is in flight; what arrives while one is
/// out travels together in the next, which goes when the first is back or when it is half full. So nothing waits at low load, and
/// messages grow under load.
/// </summary>
/// <remarks>One caller's abort does not cancel a message that it shares.</remarks>
internal sealed class StageBatcher<TItem, TRequest, TReply>(
    StageCall<TItem, TRequest, TReply> call,
    BatchingOptions options,
    TimeProvider time,
    ILogger logger)
    where TRequest : class
    where TReply : class
{
    private readonly TimeSpan _slowAfter = TimeSpan.FromMilliseconds(options.SlowAfterMs);
    private readonly Lock _gate = new();
    private readonly Queue<PendingItem<TItem, TReply>> _pending = new();
    private int _slotsTaken;

    /// <summary>Asks for every item; the answers are in the order of the items.</summary>
    /// <exception cref="StageUnavailableException">The stage did not answer by the deadline.</exception>
    public async Task<Answer<TReply>[]> AskAsync(IReadOnlyList<TItem> items, DateTime deadline, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
            return [];

        var asked = new AskedItems<TItem, TReply>(items, deadline);
        Enqueue(asked);
        SendPending();
        try
        {
            var left = deadline - time.GetUtcNow().UtcDateTime;
            return await asked.Completion.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new StageUnavailableException(call.Stage, "did not answer within the deadline");
        }
        finally
        {
            asked.Abandon();
        }
    }

    private void Enqueue(AskedItems<TItem, TReply> asked)
    {
        lock (_gate)
        {
            if (_pending.Count + asked.Items.Count > Math.Max(options.MaxPendingTexts, asked.Items.Count))
                throw new StageUnavailableException(call.Stage, "has too many texts waiting for it");
            for (var index = 0; index < asked.Items.Count; index++)
                _pending.Enqueue(new PendingItem<TItem, TReply>(asked, index));
        }
    }

    private void SendPending()
    {
        while (TakeBatch() is { } batch)
            _ = OccupySlotAsync(batch);
    }

    private List<PendingItem<TItem, TReply>>? TakeBatch()
    {
        lock (_gate)
        {
            if (_slotsTaken >= options.MessagesInFlight || (_slotsTaken > 0 && _pending.Count < options.MaxTexts / 2))
                return null;

            List<PendingItem<TItem, TReply>>? batch = null;
            var bytes = 0;
            while (_pending.TryPeek(out var next))
            {
                if (next.Asked.IsAbandoned)
                {
                    _pending.Dequeue();
                    continue;
                }

                bytes += call.SizeOf(next.Item);
                if (batch is not null && (batch.Count == options.MaxTexts || bytes > options.MaxBytes || !call.MayShare(batch[0].Item, next.Item)))
                    break;
                (batch ??= []).Add(_pending.Dequeue());
            }

            if (batch is not null)
                _slotsTaken++;
            return batch;
        }
    }

    /// <summary>Sends a batch in one of the slots. A slow message gives its slot back early, so that it does not hold up the rest.</summary>
    private async Task OccupySlotAsync(List<PendingItem<TItem, TReply>> batch)
    {
        var sending = SendAsync(batch);
        await sending.WaitAsync(_slowAfter, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
            _slotsTaken--;
        SendPending();
    }

    private async Task SendAsync(List<PendingItem<TItem, TReply>> batch)
    {
        // The batch's own flow starts here: it must not continue whichever request happened to start it.
        await Task.Yield();
        using var span = BatchSpan.Start(call.Stage, batch);
        try
        {
            var reply = await AskStageAsync(batch);
            for (var index = 0; index < batch.Count; index++)
                batch[index].Complete(new Answer<TReply>(reply, index));
        }
        catch (RequestFaultException) when (batch.Count > 1)
        {
            // One item broke the message; asked alone, the others are answered.
            await Task.WhenAll(batch.Select(item => SendAsync([item])));
        }
        catch (RequestFaultException fault)
        {
            Log.ItemFailed(logger, call.Stage, fault.Fault?.Exceptions?.FirstOrDefault()?.ExceptionType ?? "unknown");
            batch[0].Complete(new Answer<TReply>(null, 0));
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            var unavailable = new StageUnavailableException(call.Stage, "could not be reached or did not answer", exception);
            foreach (var item in batch)
                item.Asked.Fail(unavailable);
        }
    }

    private async Task<TReply> AskStageAsync(List<PendingItem<TItem, TReply>> batch)
    {
        var start = time.GetTimestamp();
        var outcome = "failed";
        try
        {
            var deadline = batch.Max(item => item.Asked.Deadline);
            var reply = await call.SendAsync([.. batch.Select(item => item.Item)], deadline - time.GetUtcNow().UtcDateTime);
            outcome = "answered";
            return reply;
        }
        catch (Exception exception) when (exception is TimeoutException or RequestTimeoutException)
        {
            outcome = "timed_out";
            throw;
        }
        finally
        {
            LabelingMetrics.StageAsked(call.Work, batch.Count, outcome, time.GetElapsedTime(start));
        }
    }
}
