using LabelPlatform.CollectorStandIn;
using LabelPlatform.CollectorStandIn.Prometheus;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.CollectorStandIn;

/// <summary>What OpenTelemetry's rules (compatibility/prometheus_and_openmetrics) make of names.</summary>
public sealed class PrometheusNameTests
{
    [Theory]
    [InlineData("labelplatform.stage.duration", "s", MetricKind.Histogram, "labelplatform_stage_duration_seconds")]
    [InlineData("labelplatform.stage.batch.size", "{text}", MetricKind.Histogram, "labelplatform_stage_batch_size")]
    [InlineData("labelplatform.texts", "{text}", MetricKind.Counter, "labelplatform_texts_total")]
    [InlineData("labelplatform.training.worker.cpu", "1", MetricKind.Gauge, "labelplatform_training_worker_cpu_ratio")]
    [InlineData("labelplatform.graph.version", "", MetricKind.Gauge, "labelplatform_graph_version")]
    [InlineData("dotnet.gc.pause.time", "s", MetricKind.Counter, "dotnet_gc_pause_time_seconds_total")]
    [InlineData("requests.total", "{request}", MetricKind.Counter, "requests_total")]
    [InlineData("process.cpu.seconds", "s", MetricKind.Counter, "process_cpu_seconds_total")]
    [InlineData("disk.speed", "By/s", MetricKind.Gauge, "disk_speed_bytes_per_second")]
    [InlineData("open.requests", "1", MetricKind.UpDownCounter, "open_requests")]
    public void OfMetric_NameUnitKind_FollowsTheRules(string name, string unit, MetricKind kind, string expected) =>
        PrometheusName.OfMetric(name, unit, kind).ShouldBe(expected);
}
