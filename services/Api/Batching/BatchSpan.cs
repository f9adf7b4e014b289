using System.Diagnostics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Api.Batching;

/// <summary>
/// The span of a batch: it continues the request's trace when the batch serves one request, and links to them when it serves several. Requests that are
/// not recorded do not count.
/// </summary>
internal static class BatchSpan
{
    public static Activity? Start<TItem, TReply>(string stage, IReadOnlyList<PendingItem<TItem, TReply>> batch)
        where TReply : class
    {
        Activity.Current = null;
        if (!PlatformTelemetry.Activities.HasListeners())
            return null;

        // The items of a request come one after the other.
        var requests = new List<Activity>();
        foreach (var item in batch)
        {
            if (item.Asked.Activity is { Recorded: true } request && (requests.Count == 0 || requests[^1] != request))
                requests.Add(request);
        }

        if (requests.Count == 0)
        {
            // Under a span that is not recorded the bus makes none of its own; under no span it would make many, to be thrown away.
            Activity.Current = batch[0].Asked.Activity;
            return null;
        }

        var activity = requests is [var only]
            ? PlatformTelemetry.Activities.StartActivity($"ask {stage}", ActivityKind.Internal, only.Context)
            : PlatformTelemetry.Activities.StartActivity(
                $"ask {stage}", ActivityKind.Internal, parentContext: default, links: requests.Select(request => new ActivityLink(request.Context)));
        activity?.SetTag("labelplatform.batch.texts", batch.Count);
        return activity;
    }
}
