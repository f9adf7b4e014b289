using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_first_messages_come_at_once(TestEnvironment environment)
{
    private const int Count = 50;

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_make_one_saga_that_handles_them_all(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        GatherWherePossible(host, provider);
        var id = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id))));

        (await host.CountedUp.CountAsync(Count)).Select(counted => counted.Count).Order().ShouldBe(Enumerable.Range(1, Count));
        await host.OutboxEmptyAsync();
        var counter = (await host.CountersAsync()).ShouldHaveSingleItem();
        counter.CorrelationId.ShouldBe(id);
        counter.Count.ShouldBe(Count);
        counter.Version.ShouldBe(Count - 1);
        (await host.InboxCountAsync()).ShouldBe(Count);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_make_one_saga_also_where_they_are_told_by_a_unique_value(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        GatherWherePossible(host, provider);

        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => host.SendAsync(PersistenceHost.CounterQueue, new CountUpByName("影视"))));

        (await host.CountedUp.CountAsync(Count)).Select(counted => counted.Count).Order().ShouldBe(Enumerable.Range(1, Count));
        (await host.CountersAsync()).ShouldHaveSingleItem().Name.ShouldBe("影视");
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_make_one_saga_also_where_it_is_inserted_first(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        var id = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => host.SendAsync(PersistenceHost.CounterQueue, new OpenCounter(id))));

        (await host.CountedUp.CountAsync(Count)).Select(counted => counted.Count).Order().ShouldBe(Enumerable.Range(1, Count));
        (await host.CountersAsync()).ShouldHaveSingleItem().Count.ShouldBe(Count);
    }

    // On SQLite one message is handled at a time: the others wait for the lock, before they look for the saga.
    private static void GatherWherePossible(PersistenceHost host, DatabaseProvider provider) =>
        host.Services.GetRequiredService<Gathering>().Expected = provider is DatabaseProvider.Postgres ? Count : 1;
}
