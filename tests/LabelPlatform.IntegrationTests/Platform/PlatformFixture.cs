using LabelPlatform.IntegrationTests.Infrastructure;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>
/// One platform for the tests that leave it as they found it, started when the first of them asks: what is missing then skips the test, where a
/// fixture that does not start would fail it. Its labels have models: 水果 one that answers 0.9, 公司 one whose server hangs, 动物 one whose server
/// answers garbage, 汽车 one whose server is down.
/// </summary>
public sealed class PlatformFixture : IAsyncDisposable
{
    private const string NobodyListens = "http://127.0.0.1:9";

    private readonly TestEnvironment _environment;
    private readonly Lazy<Task<RunningPlatform>> _platform;
    private readonly List<IAsyncDisposable> _servers = [];
    private TestModels? _models;

    public PlatformFixture(TestEnvironment environment)
    {
        _environment = environment;
        _platform = new(StartAsync);
    }

    public Task<RabbitMqAddress> RabbitMqAsync() => _environment.RabbitMqAsync();

    public Task<RunningPlatform> PlatformAsync() => _platform.Value;

    public async ValueTask DisposeAsync()
    {
        if (_platform is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _platform.Value).DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
        _models?.Dispose();
    }

    private async Task<RunningPlatform> StartAsync()
    {
        var rabbitMq = await _environment.RabbitMqAsync();
        var neo4j = await _environment.Neo4jAsync();
        var good = await StubModelServer.AnsweringAsync(0.9);
        var hanging = await StubModelServer.HangingAsync();
        var garbage = await StubModelServer.AnsweringGarbageAsync();
        _servers.AddRange([good, hanging, garbage]);
        _models = new TestModels(
            ("fruit", "水果", good.Url),
            ("company", "公司", hanging.Url),
            ("animal", "动物", garbage.Url),
            ("car", "汽车", NobodyListens));
        return await RunningPlatform.StartAsync(rabbitMq, neo4j, settings: _models.Settings);
    }
}
