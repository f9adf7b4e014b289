using System.Text.Json;
using LabelPlatform.ModelServer.Monitoring;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Monitoring;

public class PrometheusWriterTests
{
    public static TheoryData<string> Cases => ServingCases.Names("prometheus");

    [Theory]
    [MemberData(nameof(Cases))]
    public void ToPrometheus_CasesOfTensorFlowServing_AreTheSame(string name)
    {
        var item = ServingCases.Get(name);
        var metric = item.GetProperty("metric");

        Write(metric).ShouldContain(item.GetProperty("expect").GetProperty("contains_text").GetString()!);
    }

    [Theory]
    [InlineData("/a/b", ":a:b")]
    [InlineData("a-b+c.d", "a_b_c_d")]
    [InlineData("7days", "_7days")]
    public void WriteType_Names_AreSanitised(string name, string expected)
    {
        var writer = new PrometheusWriter();

        writer.WriteType(name, "counter");

        writer.ToString().ShouldBe($"# TYPE {expected} counter\n");
    }

    [Fact]
    public void WriteSample_LabelNamesAndValues_AreEscaped()
    {
        var writer = new PrometheusWriter();

        writer.WriteSample("m", [KeyValuePair.Create("1:x", "a\"b\\c\nd")], -3);

        writer.ToString().ShouldBe("""m{_1_x="a\"b\\c\nd"} -3""" + "\n");
    }

    // 10 × 1.8^k in C's %g.
    [Fact]
    public void WriteHistogram_Bounds_HaveSixDigits()
    {
        var registry = new MetricRegistry();
        registry.AddHistogram("latency", LatencyBuckets.Microseconds, "model").Add(new LabelValues("m"), 0.25);

        var lines = registry.ToPrometheus().Split('\n');

        lines.Length.ShouldBe(1 + 33 + 3 + 1);
        lines[1..6].ShouldBe([
            """latency_bucket{model="m",le="10"} 1""", """latency_bucket{model="m",le="18"} 1""", """latency_bucket{model="m",le="32.4"} 1""",
            """latency_bucket{model="m",le="58.32"} 1""", """latency_bucket{model="m",le="104.976"} 1"""]);
        lines[6].ShouldBe("""latency_bucket{model="m",le="188.957"} 1""");
        lines[20].ShouldBe("""latency_bucket{model="m",le="708235"} 1""");
        lines[21].ShouldBe("""latency_bucket{model="m",le="1.27482e+06"} 1""");
        lines[34..37].ShouldBe(["""latency_bucket{model="m",le="+Inf"} 1""", """latency_sum{model="m"} 0.25""", """latency_count{model="m"} 1"""]);
    }

    private static string Write(JsonElement metric)
    {
        var name = metric.GetProperty("name").GetString()!;
        if (metric.GetProperty("kind").GetString() == "gauge")
            return WriteGauge(name, metric);

        var registry = new MetricRegistry();
        var label = metric.GetProperty("label").GetString()!;
        if (metric.TryGetProperty("cells", out var cells))
        {
            var counter = registry.AddCounter(name, label);
            foreach (var cell in cells.EnumerateObject())
                counter.Add(new LabelValues(cell.Name), cell.Value.GetInt64());
        }
        else
        {
            metric.GetProperty("buckets").GetString().ShouldBe("exponential(1,2,10)");
            var histogram = registry.AddHistogram(name, HistogramMetric.Exponential(1, 2, 10), label);
            foreach (var cell in metric.GetProperty("samples").EnumerateObject())
            {
                foreach (var sample in cell.Value.EnumerateArray())
                    histogram.Add(new LabelValues(cell.Name), sample.GetDouble());
            }
        }

        return registry.ToPrometheus();
    }

    private static string WriteGauge(string name, JsonElement metric)
    {
        var writer = new PrometheusWriter();
        writer.WriteType(name, "gauge");
        var labels = metric.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!).ToArray();
        foreach (var cell in metric.GetProperty("cells").EnumerateArray())
        {
            var values = cell[0].EnumerateArray().Select(value => value.GetString()!);
            writer.WriteSample(name, [.. labels.Zip(values, KeyValuePair.Create)], cell[1].GetInt64());
        }

        return writer.ToString();
    }
}
