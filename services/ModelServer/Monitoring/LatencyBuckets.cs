namespace LabelPlatform.ModelServer.Monitoring;

internal static class LatencyBuckets
{
    /// <summary>TensorFlow Serving's, in microseconds.</summary>
    public static readonly double[] Microseconds = HistogramMetric.Exponential(10, 1.8, 33);
}
