using System.Diagnostics.Metrics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>Shows what the outbox holds: normally nothing for longer than a moment. Every instance of a service shows the same.</summary>
internal static class OutboxMetrics
{
    private static readonly Gauge<long> Pending = PlatformTelemetry.Meter.CreateGauge<long>(
        "labelplatform.outbox.pending", "{message}", "Messages that are committed and not yet with the broker.");

    private static readonly Gauge<double> Age = PlatformTelemetry.Meter.CreateGauge<double>(
        "labelplatform.outbox.age", "s", "How long the oldest of them has been waiting; 0 when there is none.");

    /// <summary>Shows what was found.</summary>
    public static void Found(int messages, TimeSpan oldest)
    {
        Pending.Record(messages);
        Age.Record(oldest.TotalSeconds);
    }
}
