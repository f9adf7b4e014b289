using LabelPlatform.IntegrationTests.Infrastructure;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests;

public class TestEnvironmentTests(TestEnvironment environment)
{
    [Fact]
    public async Task Neo4j_Started_AnswersQueries()
    {
        using var neo4j = new Neo4jClient(await environment.Neo4jAsync());

        var rows = await neo4j.QueryAsync("UNWIND $numbers AS n RETURN sum(n)", new { numbers = new[] { 20, 22 } });

        rows[0]![0]!.GetValue<int>().ShouldBe(42);
    }

    [Fact]
    public async Task RabbitMq_KilledAndStarted_GreetsAgain()
    {
        await using var rabbitMq = await TestEnvironment.StartRabbitMqAsync();

        await rabbitMq.KillAsync();
        await rabbitMq.StartAsync();
    }
}
