using System.Diagnostics;
using LabelPlatform.Benchmarks.Load;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>Runs one scenario against one server, as often as one likes; its connections are kept.</summary>
internal sealed class PredictRun : IDisposable
{
    private readonly PredictClient[] _clients;
    private readonly byte[][] _bodies;
    private readonly List<double> _milliseconds = [];
    private TimeSpan _elapsed;

    public PredictRun(Uri server, PredictScenario scenario)
    {
        _clients = [.. Enumerable.Range(0, scenario.Clients).Select(_ => new PredictClient(server))];
        _bodies = PredictBodies.Create(scenario.Rows);
    }

    /// <summary>What was measured in all its rounds.</summary>
    public LoadResult Result => new(_elapsed, [.. _milliseconds.Order()], new Dictionary<int, int>());

    /// <summary>Runs without measuring.</summary>
    public void WarmUp(TimeSpan duration, CancellationToken cancellation) => Send(duration, cancellation);

    public void Measure(TimeSpan duration, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var latencies = Send(duration, cancellation);
        _elapsed += Stopwatch.GetElapsedTime(start);
        _milliseconds.AddRange(latencies.SelectMany(client => client));
    }

    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
    }

    private List<double>[] Send(TimeSpan duration, CancellationToken cancellation)
    {
        Task<List<double>>[] clients = [.. _clients.Select(client => Task.Factory.StartNew(
            () => Send(client, duration, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        return Task.WhenAll(clients).GetAwaiter().GetResult();
    }

    private List<double> Send(PredictClient client, TimeSpan duration, CancellationToken cancellation)
    {
        var latencies = new List<double>();
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        for (var start = Stopwatch.GetTimestamp(); start < end; start = Stopwatch.GetTimestamp())
        {
            client.Predict(model: 0, _bodies[latencies.Count % _bodies.Length], cancellation);
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return latencies;
    }
}
