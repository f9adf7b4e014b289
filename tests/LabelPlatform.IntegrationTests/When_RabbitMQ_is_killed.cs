using System.Net;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests;

[Trait("Category", "Long")]
public class When_RabbitMQ_is_killed(TestEnvironment environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Should_refuse_meanwhile_and_reconnect_by_itself()
    {
        await using var rabbitMq = await TestEnvironment.StartRabbitMqAsync();
        await using var platform = await RunningPlatform.StartAsync(rabbitMq.Address, await environment.Neo4jAsync());
        ApiAnswer.LabelsOf(await platform.Api.LabelAsync("老虎")).ShouldBe("动物 0.69");

        await rabbitMq.KillAsync();
        (await platform.Api.LabelAsync(["老虎"], deadlineMs: 500)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await rabbitMq.StartAsync();

        await Eventually.HoldsAsync("a text is labelled again", Patience, async _ =>
        {
            var answer = await platform.Api.LabelAsync(["老虎"]);
            return answer.Status == HttpStatusCode.OK && ApiAnswer.LabelsOf(answer.Items[0]!) == "动物 0.69";
        });
        foreach (var stage in ServiceProcess.Stages.Keys.SelectMany(platform.Of))
            await Eventually.HoldsAsync($"{stage.Service} is ready again", Patience, async _ => await stage.ReadinessAsync() == "Healthy");
    }
}
