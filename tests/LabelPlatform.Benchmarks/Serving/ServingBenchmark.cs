using LabelPlatform.Benchmarks.Load;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>Measures both servers in turns, so that what else the machine does hits both.</summary>
internal sealed class ServingBenchmark(ServerProgram ours, ServerProgram? theirs, string folder, CancellationToken cancellation)
{
    private const int Rounds = 3;
    private const int RequestsPerModel = 5;
    private static readonly int[] ModelCounts = [1, 50, 500];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    private static readonly PredictScenario Row = new(Clients: 1, Rows: 1);
    private static readonly PredictScenario HundredRows = new(Clients: 1, Rows: 100);
    private static readonly PredictScenario EightClients = new(Clients: 8, Rows: 1);

    private readonly ServingModels _models = new(folder);
    private readonly ServingFigures[] _figures = [.. new[] { ours, theirs }.OfType<ServerProgram>().Select(program => new ServingFigures(program))];

    public async Task RunAsync()
    {
        Console.WriteLine($"{Machine.Load()} before");
        _models.Write(ModelCounts.Max());
        await MeasureLoadAsync();
        foreach (var count in ModelCounts)
        {
            foreach (var figures in _figures)
                await MeasureMemoryAsync(figures, count);
        }

        ServingTable.Print(_figures[0], _figures.ElementAtOrDefault(1));
        Console.WriteLine($"\n{Machine.Load()} after");
    }

    private async Task MeasureLoadAsync()
    {
        var servers = new List<RunningServer>();
        try
        {
            foreach (var figures in _figures)
                servers.Add(await RunningServer.StartAsync(figures.Program, _models, count: 1, cancellation));
            Measure(servers, Row, (values, result) =>
            {
                values[ServingTable.Row] = result.Percentile(50);
                values[ServingTable.SlowRow] = result.Percentile(99);
            });
            Measure(servers, HundredRows, (values, result) => values[ServingTable.HundredRows] = result.Percentile(50));
            Measure(servers, EightClients, (values, result) => values[ServingTable.Throughput] = result.RequestsPerSecond);
            for (var i = 0; i < servers.Count; i++)
                _figures[i].Values[ServingTable.MemoryAfterLoad] = servers[i].ResidentMegabytes();
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private void Measure(List<RunningServer> servers, PredictScenario scenario, Action<Dictionary<string, double>, LoadResult> report)
    {
        PredictRun[] runs = [.. servers.Select(server => new PredictRun(server.Url, scenario))];
        foreach (var run in runs)
            run.WarmUp(WarmUp, cancellation);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var run in runs)
                run.Measure(Round, cancellation);
        }

        for (var i = 0; i < runs.Length; i++)
        {
            report(_figures[i].Values, runs[i].Result);
            runs[i].Dispose();
        }
    }

    private async Task MeasureMemoryAsync(ServingFigures figures, int count)
    {
        await using var server = await RunningServer.StartAsync(figures.Program, _models, count, cancellation);
        var loadTime = server.ProcessorTime();
        using var client = new PredictClient(server.Url);
        var bodies = PredictBodies.Create(rows: 1);
        for (var model = 0; model < count; model++)
        {
            for (var i = 0; i < RequestsPerModel; i++)
                client.Predict(model, bodies[i], cancellation);
        }

        figures.Values[ServingTable.Memory(count)] = server.ResidentMegabytes();
        if (count != ModelCounts.Max())
            return;
        figures.Values[ServingTable.LastLoad] = server.LastLoad.TotalSeconds;
        figures.Values[ServingTable.LoadTime] = loadTime.TotalSeconds;
        figures.Values[ServingTable.Loads] = (server.LastLoad - server.FirstLoad).TotalSeconds;
    }
}
