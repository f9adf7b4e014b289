namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>Numbers sorted into buckets.</summary>
internal sealed class HistogramMetric(string name, string[] labels, double[] bounds, int maxCells) : Metric<HistogramCell>(name, labels, maxCells)
{
    /// <summary>Bounds that grow by a factor.</summary>
    public static double[] Exponential(double first, double factor, int count) =>
        [.. Enumerable.Range(0, count).Select(i => first * Math.Pow(factor, i))];

    public void Add(LabelValues labels, double value) => Cell(labels).Add(bounds, value);

    protected override void WriteType(PrometheusWriter writer) => writer.WriteType(Name, "histogram");

    protected override void WriteCell(PrometheusWriter writer, KeyValuePair<string, string>[] labels, HistogramCell cell)
    {
        var (counts, sum) = cell.Read();
        if (counts.Length > 0)
            writer.WriteHistogram(Name, labels, bounds, counts, sum);
    }
}
