using System.Diagnostics.Metrics;
using LabelPlatform.LabelGraph.Snapshots;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.LabelGraph;

/// <summary>Shows which graph the process works with.</summary>
internal static class LabelGraphMetrics
{
    /// <summary>Services that differ in it for longer than seconds do not hear of changes.</summary>
    private static readonly Gauge<long> Version = PlatformTelemetry.Meter.CreateGauge<long>(
        "labelplatform.graph.version", unit: null, "Version of the label graph that is in use.");

    private static readonly Gauge<long> Words = PlatformTelemetry.Meter.CreateGauge<long>(
        "labelplatform.graph.words", "{word}", "Vocabulary words in it.");

    private static readonly Gauge<long> Labels = PlatformTelemetry.Meter.CreateGauge<long>(
        "labelplatform.graph.labels", "{label}", "Labels in it.");

    /// <summary>1 while the last look at the store failed: what is in use may be old. 0 otherwise.</summary>
    private static readonly Gauge<int> Stale = PlatformTelemetry.Meter.CreateGauge<int>(
        "labelplatform.graph.stale", unit: null, "Whether the label graph in use may be older than the store's.");

    public static void Published(LabelGraphSnapshot snapshot)
    {
        Version.Record(snapshot.Version);
        Words.Record(snapshot.WordCount);
        Labels.Record(snapshot.Labels.Count);
    }

    public static void Checked(bool isStale) => Stale.Record(isStale ? 1 : 0);
}
