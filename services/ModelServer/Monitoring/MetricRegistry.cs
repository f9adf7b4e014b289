using System.Collections.Concurrent;

namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>The metrics of the server.</summary>
internal sealed class MetricRegistry
{
    private const int MaxCells = 1000;

    private readonly ConcurrentDictionary<string, IMetric> _metrics = new(StringComparer.Ordinal);

    public CounterMetric AddCounter(string name, params string[] labels) => Add(new CounterMetric(name, labels, MaxCells));

    public HistogramMetric AddHistogram(string name, double[] bounds, params string[] labels) =>
        Add(new HistogramMetric(name, labels, bounds, MaxCells));

    /// <summary>All metrics for Prometheus, sorted by name.</summary>
    public string ToPrometheus()
    {
        var writer = new PrometheusWriter();
        foreach (var (_, metric) in _metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
            metric.WriteTo(writer);
        return writer.ToString();
    }

    private T Add<T>(T metric)
        where T : IMetric =>
        _metrics.TryAdd(metric.Name, metric) ? metric : throw new InvalidOperationException($"There are two metrics '{metric.Name}'.");
}
