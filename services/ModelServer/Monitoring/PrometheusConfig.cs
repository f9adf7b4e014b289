namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>Whether and where the metrics are to be had.</summary>
internal sealed record PrometheusConfig(bool Enabled, string Path)
{
    public const string DefaultPath = "/monitoring/prometheus/metrics";

    public static PrometheusConfig Off { get; } = new(false, DefaultPath);
}
