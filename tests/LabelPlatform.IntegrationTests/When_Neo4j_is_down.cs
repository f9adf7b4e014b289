using System.Net;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests;

[Trait("Category", "Long")]
public class When_Neo4j_is_down(TestEnvironment environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Should_label_from_the_snapshot_and_say_so()
    {
        await using var neo4j = await Neo4jServer.StartNewAsync();
        await using var platform = await RunningPlatform.StartAsync(await environment.RabbitMqAsync(), neo4j.Address);
        ServiceProcess[] readers = [.. platform.Of(ServiceProcess.GraphMatch), .. platform.Of(ServiceProcess.Preprocess)];

        await neo4j.KillAsync();
        await AllSayAsync(readers, "Degraded");
        ApiAnswer.LabelsOf(await platform.Api.LabelAsync("香蕉和葡萄")).ShouldBe("水果 0.802");
        (await platform.Api.PutWordAsync("芒果", "水果", 0.8)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await neo4j.StartAsync();
        await AllSayAsync(readers, "Healthy");
        (await platform.Api.PutWordAsync("芒果", "水果", 0.8)).Status.ShouldBe(HttpStatusCode.OK);
        ApiAnswer.LabelsOf(await platform.Api.LabelAsync("芒果")).ShouldBe("水果 0.69");
    }

    private static async Task AllSayAsync(ServiceProcess[] services, string status)
    {
        foreach (var service in services)
            await Eventually.HoldsAsync($"{service.Service} is {status}", Patience, async _ => await service.ReadinessAsync() == status);
    }
}
