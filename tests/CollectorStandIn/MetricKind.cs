namespace LabelPlatform.CollectorStandIn;

/// <summary>What a metric's figures mean.</summary>
public enum MetricKind
{
    Gauge,
    Counter,

    /// <summary>A sum that may fall.</summary>
    UpDownCounter,
    Histogram,
}
