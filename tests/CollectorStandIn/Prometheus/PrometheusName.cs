using System.Text.RegularExpressions;

namespace LabelPlatform.CollectorStandIn.Prometheus;

/// <summary>How the collector's <c>prometheus</c> exporter names what OpenTelemetry calls otherwise.</summary>
public static partial class PrometheusName
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["d"] = "days",
        ["h"] = "hours",
        ["min"] = "minutes",
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["us"] = "microseconds",
        ["ns"] = "nanoseconds",
        ["By"] = "bytes",
        ["%"] = "percent",
    };

    /// <summary>Dots become underscores; the unit and then <c>_total</c> (counters) or <c>_ratio</c> (gauges of unit 1) follow.</summary>
    public static string OfMetric(string name, string unit, MetricKind kind)
    {
        var words = NotAlphanumeric().Split(name).Where(word => word.Length > 0).ToList();
        foreach (var word in UnitWords(unit).Where(word => !words.Contains(word, StringComparer.Ordinal)))
            words.Add(word);
        if (kind == MetricKind.Counter)
        {
            words.Remove("total");
            words.Add("total");
        }
        else if (kind == MetricKind.Gauge && unit == "1")
        {
            words.Remove("ratio");
            words.Add("ratio");
        }

        return string.Join('_', words);
    }

    /// <summary>Whatever is not a letter, a digit or an underscore becomes one.</summary>
    public static string OfLabel(string attribute) => NotLabel().Replace(attribute, "_");

    /// <summary><c>By/s</c> is <c>bytes per second</c>; what is in braces is an annotation and says nothing.</summary>
    private static IEnumerable<string> UnitWords(string unit)
    {
        var parts = unit.Split('/', 2);
        if (Word(parts[0]) is { Length: > 0 } main)
            yield return main;
        if (parts.Length < 2 || Word(parts[1]) is not { Length: > 0 } per)
            yield break;
        yield return "per";
        yield return per.TrimEnd('s');
    }

    private static string Word(string unit) =>
        unit is "1" || unit.Contains('{', StringComparison.Ordinal) ? string.Empty : Units.GetValueOrDefault(unit, NotLabel().Replace(unit, "_"));

    [GeneratedRegex("[^a-zA-Z0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotAlphanumeric();

    [GeneratedRegex("[^a-zA-Z0-9_]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotLabel();
}
