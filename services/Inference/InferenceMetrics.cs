using System.Diagnostics;
using System.Diagnostics.Metrics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Inference;

/// <summary>Counts and times the calls to models.</summary>
public sealed class InferenceMetrics
{
    private readonly Counter<long> _calls =
        PlatformTelemetry.Meter.CreateCounter<long>("labelplatform.inference.calls", "{call}", "Calls to models by how they ended.");

    private readonly Histogram<double> _duration =
        PlatformTelemetry.Meter.CreateHistogram<double>("labelplatform.inference.duration", "s", "Duration of calls to models.");

    /// <summary>Notes a call.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="version">Its version.</param>
    /// <param name="outcome">How the call ended; null when its caller ended it.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Record(string model, long version, CallOutcome? outcome, TimeSpan elapsed)
    {
        var tags = new TagList { { "model", model }, { "version", version }, { "outcome", outcome?.ToString() ?? "Cancelled" } };
        _calls.Add(1, tags);
        _duration.Record(elapsed.TotalSeconds, tags);
    }
}
