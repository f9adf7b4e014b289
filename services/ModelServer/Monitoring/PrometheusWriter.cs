using System.Globalization;
using System.Text;

namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>Writes metrics in Prometheus' text format, with TensorFlow Serving's names.</summary>
internal sealed class PrometheusWriter
{
    private readonly StringBuilder _text = new();

    public void WriteType(string name, string kind) => _text.Append(CultureInfo.InvariantCulture, $"# TYPE {MetricName(name)} {kind}\n");

    public void WriteSample(string name, IReadOnlyList<KeyValuePair<string, string>> labels, long value) =>
        Write(MetricName(name), labels, value.ToString(CultureInfo.InvariantCulture));

    /// <param name="name">TensorFlow's name.</param>
    /// <param name="labels">Names and values of the labels.</param>
    /// <param name="bounds">The upper bounds of the buckets but the last.</param>
    /// <param name="counts">How many values each bucket has.</param>
    /// <param name="sum">The sum of the values.</param>
    public void WriteHistogram(
        string name, IReadOnlyList<KeyValuePair<string, string>> labels, ReadOnlySpan<double> bounds, ReadOnlySpan<long> counts, double sum)
    {
        var metric = MetricName(name);
        var cumulative = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            cumulative += counts[i];
            var bound = i < bounds.Length ? Bound(bounds[i]) : "+Inf";
            Write($"{metric}_bucket", [.. labels, KeyValuePair.Create("le", bound)], cumulative.ToString(CultureInfo.InvariantCulture));
        }

        Write($"{metric}_sum", labels, sum.ToString(CultureInfo.InvariantCulture));
        Write($"{metric}_count", labels, cumulative.ToString(CultureInfo.InvariantCulture));
    }

    public override string ToString() => _text.ToString();

    private static string MetricName(string name) => Sanitize(name.Replace('/', ':'), ':');

    private static string LabelName(string name) => Sanitize(name, '_');

    private static string Sanitize(string name, char allowed)
    {
        var sanitized = string.Create(name.Length, (name, allowed), (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterOrDigit(state.name[i]) || state.name[i] == state.allowed ? state.name[i] : '_';
        });
        return sanitized.Length > 0 && char.IsAsciiDigit(sanitized[0]) ? $"_{sanitized}" : sanitized;
    }

    private static string LabelValue(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // TensorFlow Serving's are C's %g, six digits: dashboards select buckets by this very text.
    private static string Bound(double bound) => bound.ToString("G6", CultureInfo.InvariantCulture).Replace('E', 'e');

    private void Write(string name, IReadOnlyList<KeyValuePair<string, string>> labels, string value)
    {
        _text.Append(name).Append('{');
        for (var i = 0; i < labels.Count; i++)
            _text.Append(i > 0 ? "," : "").Append(LabelName(labels[i].Key)).Append("=\"").Append(LabelValue(labels[i].Value)).Append('"');
        _text.Append("} ").Append(value).Append('\n');
    }
}
