using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Migrations;
using LabelPlatform.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class MigratorTests(TestEnvironment environment)
{
    private static readonly Migration First = new("Service", 1, "animals", "CREATE TABLE animals (name text PRIMARY KEY, traits text DEFAULT '{}')");
    private static readonly Migration Second = new("Service", 2, "legs", "ALTER TABLE animals ADD COLUMN legs integer NOT NULL DEFAULT 4");

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Migrate_AFreshDatabase_HasEverything(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        using var host = Build(database);

        await MigrateAsync(host, First, Second);

        (await HistoryAsync(host)).ShouldBe(["Service 1 animals", "Service 2 legs"]);
        await ExecuteAsync(host, "INSERT INTO animals (name) VALUES ('老虎')");
        (await LegsAsync(host)).ShouldBe([4]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Migrate_AnOlderDatabase_KeepsItsData(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        using var host = Build(database);
        await MigrateAsync(host, First);
        await ExecuteAsync(host, "INSERT INTO animals (name) VALUES ('老虎'), ('鹤')");

        await MigrateAsync(host, First, Second);
        await ExecuteAsync(host, "UPDATE animals SET legs = 2 WHERE name = '鹤'");
        await MigrateAsync(host, First, Second);

        (await LegsAsync(host)).ShouldBe([4, 2]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Migrate_AChangedFile_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        using var host = Build(database);
        await MigrateAsync(host, First);

        var refused = await Should.ThrowAsync<InvalidConfigurationException>(MigrateAsync(host, First with { Sql = First.Sql + " -- better" }, Second));

        refused.Message.ShouldStartWith($"Migration 0001_animals of Service was changed after it was applied to database {database.Name}");
        refused.Message.ShouldNotContain('\n');
        (await HistoryAsync(host)).ShouldBe(["Service 1 animals"]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Migrate_AFileOfOtherLineEnds_IsTheSame(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        using var host = Build(database);
        await MigrateAsync(host, First with { Sql = "CREATE TABLE animals\n(name text)" });

        await MigrateAsync(host, First with { Sql = "CREATE TABLE animals\r\n(name text)" });
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Migrate_AMissingFile_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        using var host = Build(database);
        await MigrateAsync(host, First, Second);

        var refused = await Should.ThrowAsync<InvalidConfigurationException>(MigrateAsync(host, First));

        refused.Message.ShouldStartWith($"Database {database.Name} has migration 0002_legs of Service, which this version does not have");
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Migrate_OneThatFails_LeavesTheDatabaseAsItWas(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        using var host = Build(database);
        await MigrateAsync(host, First);

        var refused = await Should.ThrowAsync<InvalidConfigurationException>(
            MigrateAsync(host, First, Second, new Migration("Service", 3, "wings", "ALTER TABLE birds ADD COLUMN wings integer")));

        refused.Message.ShouldContain("0003_wings");
        (await HistoryAsync(host)).ShouldBe(["Service 1 animals"]);
        await MigrateAsync(host, First, Second);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Migrate_SeveralInstancesAtOnce_AppliesThemOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        IHost[] hosts = [.. Enumerable.Range(0, 5).Select(_ => Build(database))];

        await Task.WhenAll(hosts.Select(host => Task.Run(() => MigrateAsync(host, First, Second))));

        (await HistoryAsync(hosts[0])).ShouldBe(["Service 1 animals", "Service 2 legs"]);
        foreach (var host in hosts)
            host.Dispose();
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Start_TwoServicesAtOnce_BothRun(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);

        var hosts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => PersistenceHost.StartAsync(database))));

        foreach (var host in hosts)
        {
            await using (host)
                (await host.CountersAsync()).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public void Read_BothProviders_HaveTheSameNumbers(DatabaseProvider provider)
    {
        MigrationFiles.For(typeof(CounterDbContext).Assembly, provider).Select(migration => migration.ToString())
            .ShouldBe(["0001_inbox_and_outbox of LabelPlatform.Persistence", "0001_counters of LabelPlatform.IntegrationTests"]);
    }

    /// <summary>A service that is not started.</summary>
    private static IHost Build(TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.AddPersistence<CounterDbContext>(database.Name);
        return builder.Build();
    }

    private static Task MigrateAsync(IHost host, params Migration[] migrations) =>
        host.Services.GetRequiredService<Migrator<CounterDbContext>>().MigrateAsync(migrations, CancellationToken.None);

    private static Task<List<string>> HistoryAsync(IHost host) =>
        AskAsync(host.Services, db => db.Database
            .SqlQuery<string>($"""SELECT source || ' ' || number || ' ' || name AS "Value" FROM migrations ORDER BY source, number""")
            .ToListAsync());

    private static Task<List<int>> LegsAsync(IHost host) =>
        AskAsync(host.Services, db => db.Database.SqlQuery<int>($"""SELECT legs AS "Value" FROM animals ORDER BY legs DESC""").ToListAsync());

    private static Task<int> ExecuteAsync(IHost host, string sql) => AskAsync(host.Services, db => db.Database.ExecuteSqlRawAsync(sql));

    private static async Task<T> AskAsync<T>(IServiceProvider services, Func<CounterDbContext, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<CounterDbContext>());
    }
}
