namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>A number that only rises.</summary>
internal sealed class CounterMetric(string name, string[] labels, int maxCells) : Metric<CounterCell>(name, labels, maxCells)
{
    public void Add(LabelValues labels, long amount = 1) => Cell(labels).Add(amount);

    protected override void WriteType(PrometheusWriter writer) => writer.WriteType(Name, "counter");

    protected override void WriteCell(PrometheusWriter writer, KeyValuePair<string, string>[] labels, CounterCell cell) =>
        writer.WriteSample(Name, labels, cell.Value);
}
