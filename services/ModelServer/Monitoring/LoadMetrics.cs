using System.Diagnostics;
using System.Diagnostics.Metrics;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>Counts and times the loading of versions.</summary>
internal sealed class LoadMetrics
{
    private readonly CounterMetric _attempts;
    private readonly CounterMetric _latency;
    private readonly HistogramMetric _warmUpLatency;
    private readonly Counter<long> _loads;
    private readonly Histogram<double> _loadDuration;
    private readonly Histogram<double> _warmUpDuration;

    public LoadMetrics(MetricRegistry registry, IMeterFactory meters)
    {
        _attempts = registry.AddCounter("/tensorflow/cc/saved_model/load_attempt_count", "model_path", "status");
        _latency = registry.AddCounter("/tensorflow/cc/saved_model/load_latency", "model_path");
        _warmUpLatency = registry.AddHistogram("/tensorflow/serving/model_warmup_latency", LatencyBuckets.Microseconds, "model_path", "status");

        // The folders of versions are no tags here: their number is not bounded.
        var meter = meters.Create(ModelServerMeter.Name);
        _loads = meter.CreateCounter<long>("labelplatform.model_server.loads", "{load}", "Tries to load a version by how they ended.");
        _loadDuration = meter.CreateHistogram<double>("labelplatform.model_server.load.duration", "s", "Duration of loading versions.");
        _warmUpDuration = meter.CreateHistogram<double>("labelplatform.model_server.warmup.duration", "s", "Duration of replaying warm-up requests.");
    }

    public void ObserveLoad(string folder, StatusCode code, TimeSpan latency)
    {
        _attempts.Add(new LabelValues(folder, code is StatusCode.Ok ? "success" : "fail"));
        _loads.Add(1, new TagList { { "status", StatusText.Name(code) } });
        if (code is not StatusCode.Ok)
            return;
        _latency.Add(new LabelValues(folder), (long)latency.TotalMicroseconds);
        _loadDuration.Record(latency.TotalSeconds);
    }

    public void ObserveWarmUp(string folder, StatusCode code, TimeSpan latency)
    {
        _warmUpLatency.Add(new LabelValues(folder, StatusText.Name(code)), latency.TotalMicroseconds);
        _warmUpDuration.Record(latency.TotalSeconds, new TagList { { "status", StatusText.Name(code) } });
    }
}
