using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using MassTransit;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>Measures how long messages lay in their queues before their consumers began.</summary>
internal sealed partial class QueueAgeObserver(TimeProvider time) : IConsumeObserver
{
    /// <summary>From the message's sending (into the outbox, where there is one) to its consumer's begin, by both machines' clocks.</summary>
    private static readonly Histogram<double> Age = PlatformTelemetry.Meter.CreateHistogram<double>(
        "labelplatform.queue.age", "s", "How long messages lay in a queue before their consumer began.", tags: null, PlatformTelemetry.RequestSeconds);

    private readonly ConcurrentDictionary<Uri, string> _names = new();

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        if (Age.Enabled && context.SentTime is { } sent)
        {
            var age = (time.GetUtcNow().UtcDateTime - sent).TotalSeconds;
            Age.Record(Math.Max(0, age), new KeyValuePair<string, object?>("endpoint", _names.GetOrAdd(context.ReceiveContext.InputAddress, NameOf)));
        }

        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    /// <summary>The queue without what tells this process's or worker's own from another's; <c>replies</c> for the one that replies come back to.</summary>
    internal static string NameOf(Uri address)
    {
        var queue = Uri.UnescapeDataString(address.Segments[^1]);
        return queue.Contains("_bus_", StringComparison.Ordinal) ? "replies" : Instance().Replace(queue, string.Empty);
    }

    [GeneratedRegex("-+([0-9a-f]{32}|[0-9a-f]{12})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instance();
}
