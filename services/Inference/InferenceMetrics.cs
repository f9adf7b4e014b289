using System.Diagnostics;
using System.Diagnostics.Metrics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Inference;

/// <summary>Times the calls to models, and counts the labels that were to be judged by one and were not.</summary>
public sealed class InferenceMetrics
{
    /// <summary>Calls to models by how they ended; also those that the circuit breaker left out, which take no time.</summary>
    private readonly Histogram<double> _calls = PlatformTelemetry.Meter.CreateHistogram<double>(
        "labelplatform.model.call.duration", "s", "Duration of calls to models.", tags: null, PlatformTelemetry.RequestSeconds);

    /// <summary>Candidate labels of texts whose model did not answer, by why.</summary>
    private readonly Counter<long> _degraded = PlatformTelemetry.Meter.CreateCounter<long>(
        "labelplatform.degraded", "{label}", "Labels of texts that no model judged although one should have.");

    /// <summary>Notes a call.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="version">Its version.</param>
    /// <param name="outcome">How the call ended; null when its caller ended it.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Called(string model, long version, CallOutcome? outcome, TimeSpan elapsed) =>
        _calls.Record(elapsed.TotalSeconds, new TagList { { "model", model }, { "version", version }, { "outcome", NameOf(outcome) } });

    /// <summary>Counts a label whose model did not answer.</summary>
    public void Degraded(CallOutcome reason) => _degraded.Add(1, new KeyValuePair<string, object?>("reason", NameOf(reason)));

    private static string NameOf(CallOutcome? outcome) => outcome switch
    {
        CallOutcome.Answered => "answered",
        CallOutcome.Unreachable => "unreachable",
        CallOutcome.TimedOut => "timed_out",
        CallOutcome.OutOfTime => "out_of_time",
        CallOutcome.Failed => "failed",
        CallOutcome.Rejected => "rejected",
        CallOutcome.NotFound => "not_found",
        CallOutcome.Invalid => "invalid",
        CallOutcome.CircuitOpen => "circuit_open",
        _ => "cancelled",
    };
}
