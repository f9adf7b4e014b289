using System.Globalization;
using System.Text;

namespace LabelPlatform.CollectorStandIn.Prometheus;

/// <summary>
/// Metrics in Prometheus's text format, as the collector's exporter writes them: <c>job</c> is the service's name, <c>instance</c> its instance, and of
/// the resource there is nothing else.
/// </summary>
internal static class PrometheusText
{
    public static string Write(IEnumerable<ReceivedPoint> points)
    {
        var text = new StringBuilder();
        var families = points.GroupBy(point => PrometheusName.OfMetric(point.Name, point.Unit, point.Kind), StringComparer.Ordinal);
        foreach (var family in families.OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            var first = family.First();
            text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Key} {Escape(first.Description)}\n# TYPE {family.Key} {TypeOf(first.Kind)}\n");
            foreach (var point in family)
                Write(text, family.Key, point);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, ReceivedPoint point)
    {
        var labels = LabelsOf(point);
        if (point.Kind != MetricKind.Histogram)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {Number(point.Value)}\n");
            return;
        }

        foreach (var (upTo, count) in point.Buckets)
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels},le=\"{Number(upTo)}\"}} {count}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{{{labels}}} {Number(point.Value)}\n{name}_count{{{labels}}} {point.Count}\n");
    }

    private static string LabelsOf(ReceivedPoint point) => string.Join(
        ',',
        point.Attributes.Select(attribute => (Name: PrometheusName.OfLabel(attribute.Key), attribute.Value))
            .Append((Name: "job", Value: point.Service))
            .Append((Name: "instance", Value: point.Instance))
            .OrderBy(label => label.Name, StringComparer.Ordinal)
            .Select(label => $"{label.Name}=\"{Escape(label.Value).Replace("\"", "\\\"", StringComparison.Ordinal)}\""));

    private static string TypeOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
