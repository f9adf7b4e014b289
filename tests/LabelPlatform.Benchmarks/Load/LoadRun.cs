using System.Diagnostics;

namespace LabelPlatform.Benchmarks.Load;

/// <summary>Runs one scenario.</summary>
internal sealed class LoadRun(Uri url, byte[][] requests, int clients)
{
    private int _next = -1;

    public LoadResult Run(TimeSpan duration)
    {
        var latencies = new List<double>[clients];
        var failures = new List<int>[clients];
        var watch = Stopwatch.StartNew();
        Thread[] threads = [.. Enumerable.Range(0, clients).Select(i => new Thread(() => RunClient(duration, latencies[i] = [], failures[i] = [])))];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return new LoadResult(
            watch.Elapsed,
            [.. latencies.SelectMany(client => client).Order()],
            failures.SelectMany(client => client).CountBy(status => status).ToDictionary());
    }

    private void RunClient(TimeSpan duration, List<double> latencies, List<int> failures)
    {
        using var client = new LoadClient(url);
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        for (var start = Stopwatch.GetTimestamp(); start < end; start = Stopwatch.GetTimestamp())
        {
            var answer = client.Send(requests[(uint)Interlocked.Increment(ref _next) % requests.Length]);
            if (answer.IsGood)
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            else
                failures.Add(answer.Status);
        }
    }
}
