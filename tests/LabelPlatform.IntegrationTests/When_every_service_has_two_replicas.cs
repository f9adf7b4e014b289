using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests;

public class When_every_service_has_two_replicas(TestEnvironment environment)
{
    [Fact]
    public async Task Should_share_the_work()
    {
        await using var models = await StubModelServer.AnsweringAsync(0.9);
        using var catalog = new TestModels(("fruit", "水果", models.Url), ("company", "公司", models.Url));
        await using var platform = await RunningPlatform.StartAsync(
            await environment.RabbitMqAsync(), await environment.Neo4jAsync(), replicas: 2, catalog.Settings);
        await using var load = new TextLoad(platform.Apis, ("苹果", "公司 0.711, 水果 0.711"));

        foreach (var replica in ServiceProcess.Stages.Keys.SelectMany(platform.Of))
            await Eventually.HoldsAsync($"{replica.Service} at {replica.Url} is asked", TimeSpan.FromSeconds(30), () => replica.RequestsReceived > 10);

        load.Wrong.ShouldBeEmpty();
    }
}
