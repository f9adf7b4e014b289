using System.Collections.Concurrent;

namespace LabelPlatform.Benchmarks.Steady;

/// <summary>What came back, counted.</summary>
internal sealed class SteadyCounts
{
    private const int ShownFailures = 5;

    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentQueue<double> _milliseconds = new();
    private int _right;
    private int _degraded;
    private int _unavailable;
    private int _lost;
    private int _wrong;

    /// <summary>Counts an answer.</summary>
    /// <param name="answer">What came back.</param>
    /// <param name="expected">The labels that were given before.</param>
    /// <param name="second">Seconds since the start, for people.</param>
    /// <param name="milliseconds">How long it took.</param>
    public void Add(SteadyAnswer answer, string expected, double second, double milliseconds)
    {
        switch (answer)
        {
            case { Status: 200, IsDegraded: true }:
                Interlocked.Increment(ref _degraded);
                break;
            case { Status: 200 } when answer.Labels == expected:
                Interlocked.Increment(ref _right);
                _milliseconds.Enqueue(milliseconds);
                break;
            case { Status: 503 }:
                Interlocked.Increment(ref _unavailable);
                break;
            case { Status: 0 }:
                Interlocked.Increment(ref _lost);
                _failures.Enqueue($"  lost at {second:0.0} s: {answer.Labels}");
                break;
            default:
                Interlocked.Increment(ref _wrong);
                _failures.Enqueue($"  wrong at {second:0.0} s: status {answer.Status}, {answer.Labels} instead of {expected}");
                break;
        }
    }

    /// <summary>Whether nothing was lost or wrong, nor, unless that is allowed, unavailable.</summary>
    public bool AreGood(bool allowUnavailable) => _right > 0 && _wrong == 0 && _lost == 0 && (allowUnavailable || _unavailable == 0);

    public override string ToString()
    {
        double[] milliseconds = [.. _milliseconds.Order()];
        var sent = _right + _degraded + _unavailable + _lost + _wrong;
        var line = $"sent {sent}, right {_right}, degraded {_degraded}, unavailable(503) {_unavailable}, lost {_lost}, wrong {_wrong}, "
            + $"p50 {Percentile(milliseconds, 50):0.0} ms, p99 {Percentile(milliseconds, 99):0.0} ms";
        return string.Join('\n', [line, .. _failures.Take(ShownFailures)]);
    }

    private static double Percentile(double[] ascending, int percent) =>
        ascending.Length == 0 ? double.NaN : ascending[Math.Min(ascending.Length - 1, ascending.Length * percent / 100)];
}
