using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_PostgreSQL_is_away(TestEnvironment environment)
{
    [Fact]
    public async Task Should_not_be_ready_and_then_go_on_where_it_was()
    {
        await using var server = await TestEnvironment.StartPostgreSqlAsync();
        await using var database = TestDatabase.In(server.Address);
        await using var host = await PersistenceHost.StartAsync(database);
        var id = Guid.NewGuid();
        await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id));
        await host.CountedUp.CountAsync(1);
        (await ReadinessAsync(host)).Status.ShouldBe(HealthStatus.Healthy);

        await server.KillAsync();
        var unready = await ReadinessAsync(host);
        unready.Status.ShouldBe(HealthStatus.Unhealthy);
        unready.Entries.Values.ShouldAllBe(entry => entry.Description == null || !entry.Description.Contains(server.Address.Password));
        await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id));
        await server.StartAsync();

        (await host.CountedUp.CountAsync(2)).Select(counted => counted.Count).ShouldBe([1, 2]);
        (await ReadinessAsync(host)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_say_so_in_one_line_when_it_does_not_come()
    {
        await using var database = TestDatabase.In(new PostgreSqlAddress("127.0.0.1", FreePort.Next(), "labelplatform", "secret"));

        var refused = await Should.ThrowAsync<InvalidConfigurationException>(
            PersistenceHost.StartAsync(database, new() { ["Persistence:StartTimeoutSeconds"] = "0" }));

        refused.Message.ShouldStartWith($"Database {database.Name} cannot be used: Failed to connect to 127.0.0.1:");
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Should_not_wait_for_a_password_to_become_right()
    {
        await using var database = TestDatabase.In((await environment.PostgreSqlAsync()) with { Password = "wrong" });

        var refused = await Should.ThrowAsync<InvalidConfigurationException>(PersistenceHost.StartAsync(database));

        refused.Message.ShouldContain("password authentication failed");
    }

    private static Task<HealthReport> ReadinessAsync(PersistenceHost host) =>
        host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Tags.Contains(HealthExtensions.Ready) && check.Name.StartsWith("database-", StringComparison.Ordinal));
}
