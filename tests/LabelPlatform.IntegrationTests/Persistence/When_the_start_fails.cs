using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using LabelPlatform.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_the_start_fails(TestEnvironment environment)
{
    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_say_in_one_line_that_a_migration_was_changed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using (var host = await PersistenceHost.StartAsync(database))
            await host.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE migrations SET checksum = 'of another file' WHERE source LIKE '%Tests'"));

        var (errors, log) = await RunAsync(database);

        errors.ShouldHaveSingleItem().ShouldContain("could not start: Migration 0001_counters of LabelPlatform.IntegrationTests was changed");
        log.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Should_not_tell_the_password()
    {
        var address = await environment.PostgreSqlAsync();
        await using var database = TestDatabase.In(address with { Password = "a-wrong-secret" });

        var (errors, log) = await RunAsync(database);

        errors.ShouldHaveSingleItem().ShouldContain("password authentication failed");
        (errors[0] + log).ShouldNotContain("a-wrong-secret");
    }

    /// <summary>Runs it as <c>Program.cs</c> does.</summary>
    private static async Task<(IReadOnlyList<string> Errors, string Log)> RunAsync(TestDatabase database)
    {
        var builder = WebApplication.CreateBuilder();
        var log = new LogLines();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.AddServiceDefaults();
        builder.AddPersistence<CounterDbContext>(database.Name);
        var console = Console.Error;
        using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            (await builder.Build().RunServiceAsync()).ShouldBe(1);
        }
        finally
        {
            Console.SetError(console);
        }
        return (errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), log.ToString());
    }
}
