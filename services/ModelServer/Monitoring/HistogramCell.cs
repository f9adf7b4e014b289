namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>The counts of a histogram's buckets, not cumulative, the last one for what is above all bounds.</summary>
internal sealed class HistogramCell
{
    private readonly Lock _lock = new();
    private long[] _counts = [];
    private double _sum;

    public void Add(double[] bounds, double value)
    {
        lock (_lock)
        {
            if (_counts.Length == 0)
                _counts = new long[bounds.Length + 1];
            // As TensorFlow's buckets, and unlike Prometheus' own: a value at a bound is above it.
            var bucket = Array.BinarySearch(bounds, value);
            _counts[bucket >= 0 ? bucket + 1 : ~bucket]++;
            _sum += value;
        }
    }

    public (long[] Counts, double Sum) Read()
    {
        lock (_lock)
            return ([.. _counts], _sum);
    }
}
