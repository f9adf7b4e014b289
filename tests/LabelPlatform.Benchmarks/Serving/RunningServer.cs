using System.Diagnostics;
using System.Globalization;
using LabelPlatform.Benchmarks.Load;
using LabelPlatform.IntegrationTests.Infrastructure;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>A server with all its models loaded.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly List<TimeSpan> _loads = [];
    private readonly ChildProcess _process;
    private readonly int _models;

    private RunningServer(ServerProgram program, ServingModels models, int count)
    {
        var port = FreePort.Next();
        Url = new Uri($"http://127.0.0.1:{port}");
        _models = count;
        var start = Stopwatch.GetTimestamp();
        _process = ChildProcess.Start(program.Name, program.Command(port, models.Config(count)), onLine: line =>
        {
            if (!program.IsLoaded(line))
                return;
            lock (_loads)
                _loads.Add(Stopwatch.GetElapsedTime(start));
        });
    }

    public Uri Url { get; }

    /// <summary>From the start of the process to the first model that is available.</summary>
    public TimeSpan FirstLoad => _loads[0];

    /// <summary>From the start of the process to the last one.</summary>
    public TimeSpan LastLoad => _loads[^1];

    /// <summary>Starts a server with the first models, and waits until it has loaded them and listens.</summary>
    public static async Task<RunningServer> StartAsync(ServerProgram program, ServingModels models, int count, CancellationToken cancellation)
    {
        var server = new RunningServer(program, models, count);
        try
        {
            await server._process.UntilAsync($"{count} models are available", StartLimit, _ => server.IsReadyAsync(cancellation));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Processor time since the start of the process.</summary>
    public TimeSpan ProcessorTime() => new ProcessUsage("server", _process.Id).Used();

    /// <summary>Memory that is its own or shared, in RAM.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/smaps_rollup").First(line => line.StartsWith("Rss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_loads)
        {
            if (_loads.Count < _models)
                return false;
        }

        try
        {
            using var http = new HttpClient();
            var status = await http.GetStringAsync(new Uri(Url, $"/v1/models/{ServingModels.ModelName(_models - 1)}"), cancellation);
            return status.Contains("AVAILABLE", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
