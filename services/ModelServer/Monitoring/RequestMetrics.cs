using System.Diagnostics;
using System.Diagnostics.Metrics;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>Counts and times requests, under TensorFlow Serving's names for Prometheus and as the meter <c>LabelPlatform.ModelServer</c>.</summary>
public sealed class RequestMetrics
{
    // Anybody can ask for any name; only those of models may become labels.
    private const string UnknownModel = "(unknown)";
    private const string Entrypoint = "REST";
    private const string Runtime = "TF1";

    private readonly IModelNames _names;
    private readonly CounterMetric _count;
    private readonly HistogramMetric _latency;
    private readonly HistogramMetric _runtimeLatency;
    private readonly HistogramMetric _exampleCounts;
    private readonly CounterMetric _exampleTotal;
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _requestDuration;
    private readonly Histogram<double> _runDuration;
    private readonly Counter<long> _examples;

    internal RequestMetrics(MetricRegistry registry, IMeterFactory meters, IModelNames names)
    {
        _names = names;
        _count = registry.AddCounter("/tensorflow/serving/request_count", "model_name", "status");
        _latency = registry.AddHistogram("/tensorflow/serving/request_latency", LatencyBuckets.Microseconds, "model_name", "API", "entrypoint");
        _runtimeLatency = registry.AddHistogram("/tensorflow/serving/runtime_latency", LatencyBuckets.Microseconds, "model_name", "API", "runtime");
        _exampleCounts = registry.AddHistogram("/tensorflow/serving/request_example_counts", HistogramMetric.Exponential(1, 2, 15), "model");
        _exampleTotal = registry.AddCounter("/tensorflow/serving/request_example_count_total", "model");

        var meter = meters.Create(ModelServerMeter.Name);
        _requests = meter.CreateCounter<long>("labelplatform.model_server.requests", "{request}", "Requests by how they ended.");
        _requestDuration = meter.CreateHistogram<double>("labelplatform.model_server.request.duration", "s", "Duration of requests that were answered.");
        _runDuration = meter.CreateHistogram<double>("labelplatform.model_server.run.duration", "s", "Duration of running models.");
        _examples = meter.CreateCounter<long>("labelplatform.model_server.examples", "{example}", "Examples that were asked for.");
    }

    /// <summary>Notes a request.</summary>
    /// <param name="model">Name of the model that it was for, whether there is one or not.</param>
    /// <param name="code">How it ended; only the latency of good ones is kept, as upstream.</param>
    /// <param name="latency">How long it took, reading and writing included.</param>
    /// <param name="api"><c>predict</c>, <c>classify</c> or <c>regress</c>, or empty.</param>
    public void Observe(string model, StatusCode code, TimeSpan latency, string api = "")
    {
        model = Bounded(model);
        var status = StatusText.Name(code);
        _count.Add(new LabelValues(model, status));
        _requests.Add(1, new TagList { { "model", model }, { "status", status } });
        if (code is not StatusCode.Ok)
            return;
        _latency.Add(new LabelValues(model, api, Entrypoint), latency.TotalMicroseconds);
        _requestDuration.Record(latency.TotalSeconds, new TagList { { "model", model }, { "api", api } });
    }

    /// <summary>Notes that a model was run.</summary>
    /// <param name="model">Its name.</param>
    /// <param name="examples">How many examples it was run for.</param>
    /// <param name="latency">How long the graph took.</param>
    /// <param name="api"><c>predict</c>, <c>classify</c> or <c>regress</c>, or empty.</param>
    public void ObserveRun(string model, long examples, TimeSpan latency, string api = "")
    {
        model = Bounded(model);
        _runtimeLatency.Add(new LabelValues(model, api, Runtime), latency.TotalMicroseconds);
        _exampleCounts.Add(new LabelValues(model), examples);
        _exampleTotal.Add(new LabelValues(model), examples);
        _runDuration.Record(latency.TotalSeconds, new TagList { { "model", model }, { "api", api } });
        _examples.Add(examples, new TagList { { "model", model } });
    }

    private string Bounded(string model) => _names.Contains(model) ? model : UnknownModel;
}
