using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_a_message_comes_again(TestEnvironment environment)
{
    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_handle_it_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        var id = Guid.NewGuid();
        var messageId = Guid.NewGuid();

        // Some at once, of which all but one wait for the first one's transaction, and then some one by one.
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id), messageId)));
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 10);
        for (var i = 0; i < 3; i++)
            await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(id), messageId);
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 3);
        await host.OutboxEmptyAsync();

        (await host.CountersAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
        (await host.AllCountedUpAsync()).ShouldHaveSingleItem();
        (await host.InboxCountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_be_forgotten_after_its_time_but_not_before_its_own_messages_are_delivered(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(
            database,
            new() { ["Persistence:InboxRetentionHours"] = "2" },
            services => services.AddSingleton<IOutboxTransport, RefusingTransport>());
        await host.SendAsync(PersistenceHost.CounterQueue, new CountUp(Guid.NewGuid()));
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 1);
        TimeProvider later = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(3));
        using var cleaner = ActivatorUtilities.CreateInstance<InboxCleaner<CounterDbContext>>(host.Services, later);

        await cleaner.CleanAsync(CancellationToken.None);
        (await host.InboxCountAsync()).ShouldBe(1);

        await host.AskAsync(db => db.Set<OutboxMessage>().ExecuteDeleteAsync());
        await cleaner.CleanAsync(CancellationToken.None);
        (await host.InboxCountAsync()).ShouldBe(0);
    }
}
