using System.Collections.Concurrent;

namespace LabelPlatform.CollectorStandIn;

/// <summary>What was received, in memory and bounded: the newest spans and logs, and the last figures of every time series.</summary>
public sealed class ReceivedTelemetry(TimeProvider time)
{
    private const int MaxRecords = 100_000;

    /// <summary>A series that nobody sends any more is forgotten, as the collector's exporter does.</summary>
    private static readonly TimeSpan SeriesExpiration = TimeSpan.FromMinutes(5);

    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentQueue<ReceivedLog> _logs = new();
    private readonly ConcurrentDictionary<string, (ReceivedPoint Point, DateTimeOffset At)> _points = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _exports = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    public IReadOnlyCollection<ReceivedLog> Logs => _logs;

    public IReadOnlyCollection<ReceivedPoint> Points
    {
        get
        {
            var oldest = time.GetUtcNow() - SeriesExpiration;
            foreach (var entry in _points.Where(entry => entry.Value.At < oldest))
                _points.TryRemove(entry);
            return [.. _points.Values.Select(value => value.Point)];
        }
    }

    /// <summary>How often each service has sent its metrics.</summary>
    public IReadOnlyDictionary<string, int> MetricExports => _exports;

    public void CountMetricExport(string service) => _exports.AddOrUpdate(service, 1, (_, count) => count + 1);

    public void Add(ReceivedSpan span) => Add(_spans, span);

    public void Add(ReceivedLog log) => Add(_logs, log);

    public void Set(ReceivedPoint point)
    {
        var attributes = string.Join('\u001f', point.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key}={attribute.Value}"));
        var series = string.Join('\u001e', point.Service, point.Instance, point.Scope, point.Name, attributes);
        if (_points.Count < MaxRecords || _points.ContainsKey(series))
            _points[series] = (point, time.GetUtcNow());
    }

    private static void Add<T>(ConcurrentQueue<T> queue, T item)
    {
        queue.Enqueue(item);
        while (queue.Count > MaxRecords)
            queue.TryDequeue(out _);
    }
}
