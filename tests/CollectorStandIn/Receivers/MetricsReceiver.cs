using Grpc.Core;
using LabelPlatform.CollectorStandIn.Otlp;

namespace LabelPlatform.CollectorStandIn.Receivers;

internal sealed class MetricsReceiver(ReceivedTelemetry received) : MetricsService.MetricsServiceBase
{
    public override Task<ExportMetricsServiceResponse> Export(ExportMetricsServiceRequest request, ServerCallContext context)
    {
        foreach (var resource in request.ResourceMetrics)
        {
            received.CountMetricExport(resource.Resource.ServiceName());
            foreach (var scope in resource.ScopeMetrics)
            {
                foreach (var point in scope.Metrics.SelectMany(metric => Read(metric, resource.Resource, scope.Scope?.Name ?? string.Empty)))
                    received.Set(point);
            }
        }

        return Task.FromResult(new ExportMetricsServiceResponse());
    }

    private static IEnumerable<ReceivedPoint> Read(Metric metric, Resource? resource, string scope)
    {
        var empty = new ReceivedPoint(
            resource.ServiceName(), resource.ServiceInstance(), scope, metric.Name, metric.Unit, metric.Description, MetricKind.Gauge, new Dictionary<string, string>(), 0, []);
        return metric.DataCase switch
        {
            Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Select(point => Fill(empty, point)),
            Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Select(
                point => Fill(empty with { Kind = metric.Sum.IsMonotonic ? MetricKind.Counter : MetricKind.UpDownCounter }, point)),
            Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.Select(point => Fill(empty, point)),
            _ => [],
        };
    }

    private static ReceivedPoint Fill(ReceivedPoint empty, NumberDataPoint point) => empty with
    {
        Attributes = point.Attributes.ToDictionary(),
        Value = point.ValueCase == NumberDataPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble,
    };

    private static ReceivedPoint Fill(ReceivedPoint empty, HistogramDataPoint point)
    {
        var buckets = new List<(double, ulong)>(point.BucketCounts.Count);
        ulong count = 0;
        for (var i = 0; i < point.BucketCounts.Count; i++)
        {
            count += point.BucketCounts[i];
            buckets.Add((i < point.ExplicitBounds.Count ? point.ExplicitBounds[i] : double.PositiveInfinity, count));
        }

        return empty with { Kind = MetricKind.Histogram, Attributes = point.Attributes.ToDictionary(), Value = point.Sum, Buckets = buckets };
    }
}
