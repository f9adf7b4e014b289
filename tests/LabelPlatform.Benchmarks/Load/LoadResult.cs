namespace LabelPlatform.Benchmarks.Load;

/// <summary>What a load measured.</summary>
/// <param name="Elapsed">How long it ran.</param>
/// <param name="Milliseconds">The latency of every good answer, ascending.</param>
/// <param name="Failures">The other answers, counted by status.</param>
internal sealed record LoadResult(TimeSpan Elapsed, double[] Milliseconds, IReadOnlyDictionary<int, int> Failures)
{
    public double RequestsPerSecond => Milliseconds.Length / Elapsed.TotalSeconds;

    public double Percentile(double percent) =>
        Milliseconds.Length == 0 ? double.NaN : Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(Milliseconds.Length * percent / 100))];
}
