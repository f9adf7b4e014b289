using LabelPlatform.IntegrationTests.Infrastructure;
using Xunit;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>
/// One platform for the tests that leave it as they found it. Its labels have models: 水果 one that answers 0.9, 公司 one whose server hangs, 动物 one
/// whose server answers garbage, 汽车 one whose server is down.
/// </summary>
public sealed class PlatformFixture(TestEnvironment environment) : IAsyncLifetime
{
    private const string NobodyListens = "http://127.0.0.1:9";

    private readonly List<IAsyncDisposable> _servers = [];
    private TestModels? _models;
    private RunningPlatform? _platform;

    public RunningPlatform Platform => _platform!;

    public RabbitMqAddress RabbitMq { get; private set; } = new("", 0, "", "");

    public async ValueTask InitializeAsync()
    {
        RabbitMq = await environment.RabbitMqAsync();
        var neo4j = await environment.Neo4jAsync();
        var good = await StubModelServer.AnsweringAsync(0.9);
        var hanging = await StubModelServer.HangingAsync();
        var garbage = await StubModelServer.AnsweringGarbageAsync();
        _servers.AddRange([good, hanging, garbage]);
        _models = new TestModels(
            ("fruit", "水果", good.Url),
            ("company", "公司", hanging.Url),
            ("animal", "动物", garbage.Url),
            ("car", "汽车", NobodyListens));
        _platform = await RunningPlatform.StartAsync(RabbitMq, neo4j, settings: _models.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_platform is not null)
            await _platform.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
        _models?.Dispose();
    }
}
