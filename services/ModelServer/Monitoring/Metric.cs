using System.Collections.Concurrent;

namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>A metric with a cell for every combination of its labels' values.</summary>
internal abstract class Metric<TCell>(string name, string[] labels, int maxCells) : IMetric
    where TCell : class, new()
{
    private const string Other = "(other)";

    private readonly ConcurrentDictionary<LabelValues, TCell> _cells = new();
    private readonly LabelValues _overflow = new(Other, Other, Other);

    public string Name { get; } = name;

    protected string[] Labels { get; } = labels;

    /// <summary>Writes the metric for Prometheus.</summary>
    public void WriteTo(PrometheusWriter writer)
    {
        WriteType(writer);
        foreach (var (values, cell) in _cells.OrderBy(cell => cell.Key.First, StringComparer.Ordinal)
            .ThenBy(cell => cell.Key.Second, StringComparer.Ordinal)
            .ThenBy(cell => cell.Key.Third, StringComparer.Ordinal))
        {
            WriteCell(writer, [.. Labels.Select((label, i) => KeyValuePair.Create(label, values[i]))], cell);
        }
    }

    protected TCell Cell(LabelValues values)
    {
        if (_cells.TryGetValue(values, out var cell))
            return cell;
        // Versions come and go for months; what is kept of them must end somewhere.
        return _cells.GetOrAdd(_cells.Count < maxCells ? values : _overflow, _ => new TCell());
    }

    protected abstract void WriteType(PrometheusWriter writer);

    protected abstract void WriteCell(PrometheusWriter writer, KeyValuePair<string, string>[] labels, TCell cell);
}
