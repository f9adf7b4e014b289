using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class DueSweeperTests(TestEnvironment environment)
{
    private const int Count = 150;

    private static readonly Dictionary<string, string?> ByHand = new() { ["Persistence:SweepSeconds"] = "3600" };

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Sweep_TwoInstances_PublishesEachRowOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var one = await PersistenceHost.StartAsync(database, ByHand);
        await using var two = await PersistenceHost.StartAsync(database, ByHand);
        var now = DateTime.UtcNow;
        await AddAsync(one, Enumerable.Range(0, Count).Select(i => (DateTime?)now.AddSeconds(-1 - i)));
        await AddAsync(one, [now.AddHours(1), null]);

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? one : two).DueSweeper.SweepAsync(CancellationToken.None)));

        await Eventually.HoldsAsync("all are handled", TimeSpan.FromSeconds(60), async _ =>
            await one.AskAsync(db => db.Counters.CountAsync(counter => counter.Count > 0)) == Count);
        await one.OutboxEmptyAsync();
        var handled = (await one.AllCountedUpAsync()).Concat(await two.AllCountedUpAsync()).ToList();
        handled.Count.ShouldBe(Count);
        handled.ShouldAllBe(counted => counted.Count == 1);
        (await one.CountersAsync()).Count(counter => counter.DueAt is not null).ShouldBe(1, "the one that is due in an hour");
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Sweep_WhatIsNotDealtWith_IsPublishedAgainLater(DatabaseProvider provider)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database, ByHand, services => services.AddSingleton<TimeProvider>(time));
        // The message is as good as lost.
        await AddAsync(host, [time.GetUtcNow().UtcDateTime.AddSeconds(30)], state: nameof(CounterStateMachine.Resting));

        await host.DueSweeper.SweepAsync(CancellationToken.None);
        (await DueAtAsync(host)).ShouldBe(new DateTime(2026, 1, 1, 0, 0, 30, DateTimeKind.Utc));

        time.Advance(TimeSpan.FromSeconds(31));
        await host.DueSweeper.SweepAsync(CancellationToken.None);
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 1);
        (await DueAtAsync(host)).ShouldBe(new DateTime(2026, 1, 1, 0, 1, 1, DateTimeKind.Utc));

        time.Advance(TimeSpan.FromSeconds(30));
        await host.DueSweeper.SweepAsync(CancellationToken.None);
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 1);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Running_PublishesByItself(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);

        await AddAsync(host, [DateTime.UtcNow.AddMilliseconds(-1)]);

        (await host.CountedUp.CountAsync(1))[0].Count.ShouldBe(1);
    }

    private static Task<int> AddAsync(PersistenceHost host, IEnumerable<DateTime?> times, string state = nameof(CounterStateMachine.Counting)) =>
        host.AskAsync(db =>
        {
            db.Counters.AddRange(times.Select(time => new Counter
            {
                CorrelationId = Guid.NewGuid(),
                CurrentState = state,
                Name = Guid.NewGuid().ToString(),
                DueAt = time,
            }));
            return db.SaveChangesAsync();
        });

    private static async Task<DateTime?> DueAtAsync(PersistenceHost host) => (await host.CountersAsync()).Single().DueAt;
}
