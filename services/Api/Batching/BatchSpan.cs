using System.Diagnostics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Api.Batching;

/// <summary>The span of a batch: it continues the request's trace when the batch serves one request, and links to them when it serves several.</summary>
internal static class BatchSpan
{
    public static Activity? Start<TItem, TReply>(string stage, IReadOnlyList<PendingItem<TItem, TReply>> batch)
        where TReply : class
    {
        Activity.Current = null;
        if (!PlatformTelemetry.Activities.HasListeners())
            return null;

        var requests = batch.Select(item => item.Asked.Activity).OfType<Activity>().Distinct().ToList();
        var activity = requests is [var only]
            ? PlatformTelemetry.Activities.StartActivity($"ask {stage}", ActivityKind.Internal, only.Context)
            : PlatformTelemetry.Activities.StartActivity(
                $"ask {stage}", ActivityKind.Internal, parentContext: default, links: requests.Select(request => new ActivityLink(request.Context)));
        activity?.SetTag("labelplatform.batch.texts", batch.Count);
        return activity;
    }
}
