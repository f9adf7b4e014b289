using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Transactions;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_a_saga_is_changed_concurrently(TestEnvironment environment)
{
    private const int Count = 100;

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_lose_no_change(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        var id = Guid.NewGuid();
        await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id));
        await host.CountedUp.CountAsync(1);

        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => i % 2 == 0
            ? host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id))
            : host.SendAsync(PersistenceHost.CounterQueue, new CountUpByName(id.ToString()))));

        (await host.CountedUp.CountAsync(1 + Count)).Select(counted => counted.Count).Order().ShouldBe(Enumerable.Range(1, 1 + Count));
        var counter = (await host.CountersAsync()).ShouldHaveSingleItem();
        counter.Count.ShouldBe(1 + Count);
        counter.Version.ShouldBe(Count);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_refuse_what_was_read_without_a_lock_and_is_outdated(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(Guid.NewGuid()));
        await host.CountedUp.CountAsync(1);

        var outdated = host.AskAsync(async db =>
        {
            var counter = await db.Counters.SingleAsync();
            await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(counter.CorrelationId));
            await host.CountedUp.CountAsync(2);
            counter.Count = 1000;
            await using var transaction = await db.BeginWriteAsync();
            return await db.SaveChangesAsync();
        });

        await outdated.ShouldThrowAsync<DbUpdateConcurrencyException>();
        (await host.CountersAsync()).Single().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_remove_it_when_it_is_complete(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        var id = Guid.NewGuid();
        await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id));
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 1);

        await host.SendAsync(PersistenceHost.CounterQueue, new RemoveCounter(id));
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 1);

        (await host.CountersAsync()).ShouldBeEmpty();
    }
}
