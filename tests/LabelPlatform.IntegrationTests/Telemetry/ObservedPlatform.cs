using System.Globalization;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.Telemetry;

/// <summary>
/// The platform with a collector, for the tests of what is seen of it. 水果 has a model in a ModelServer of its own, which answers 0.9; the server of
/// 公司 hangs, that of 动物 answers garbage, and that of 汽车 is down.
/// </summary>
public sealed class ObservedPlatform : IAsyncDisposable
{
    private const string NobodyListens = "http://127.0.0.1:9";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly TestEnvironment _environment;
    private readonly Lazy<Task> _starting;
    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly TemporaryFolder _folder = new();
    private TestModels? _models;

    public ObservedPlatform(TestEnvironment environment)
    {
        _environment = environment;
        _starting = new(StartAsync);
    }

    internal Collector Collector { get; private set; } = null!;

    public RunningPlatform Platform { get; private set; } = null!;

    /// <summary>Api's.</summary>
    internal HttpClient Http { get; private set; } = null!;

    public Task StartedAsync() => _starting.Value;

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        while (_started.TryPop(out var started))
            await started.DisposeAsync();
        _models?.Dispose();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        var rabbitMq = await _environment.RabbitMqAsync();
        var neo4j = await _environment.Neo4jAsync();
        Collector = Keep(await Collector.StartAsync());
        var hanging = Keep(await StubModelServer.HangingAsync());
        var garbage = Keep(await StubModelServer.AnsweringGarbageAsync());
        var model = Path.Combine(_folder.Path, "fruit");
        SavedModelWriter.Write(ConstantModel.Of(0.9f), Path.Combine(model, TestModels.Version.ToString(CultureInfo.InvariantCulture)));
        var server = Keep(new ServiceProcess("ModelServer", [
            new("ModelServer__ModelName", "fruit"), new("ModelServer__ModelBasePath", model), .. Collector.Settings]));
        server.Start();
        await server.UntilReadyAsync(StartLimit);
        _models = new TestModels(
            ("fruit", "水果", server.Url), ("company", "公司", hanging.Url), ("animal", "动物", garbage.Url), ("car", "汽车", NobodyListens));
        Platform = Keep(await RunningPlatform.StartAsync(
            rabbitMq, neo4j, settings: [.. _models.Settings, .. Collector.Settings, new("Logging__LogLevel__LabelPlatform", "Debug")]));
        Http = new HttpClient { BaseAddress = new Uri(Platform.Of(ServiceProcess.Api).Single().Url) };
    }

    private T Keep<T>(T started)
        where T : IAsyncDisposable
    {
        _started.Push(started);
        return started;
    }
}
