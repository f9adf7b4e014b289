using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_an_instance_ends_after_its_commit(TestEnvironment environment)
{
    private const int Count = 20;

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_deliver_with_the_next_instance_what_it_had_not_sent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        Guid[] ids = [.. Enumerable.Range(0, Count).Select(_ => Guid.NewGuid())];
        await using (var first = await PersistenceHost.StartAsync(database, configure: services => services.AddSingleton<IOutboxTransport, RefusingTransport>()))
        {
            foreach (var id in ids)
                await first.SendAsync(PersistenceHost.CounterQueue, new CountUp(id));
            await first.Handled.CountAsync(PersistenceHost.CounterQueue, Count);

            (await first.CountersAsync()).Count.ShouldBe(Count);
            (await first.OutboxCountAsync()).ShouldBe(Count);
            first.CountedUp.Messages.ShouldBeEmpty();
        }

        await using var second = await PersistenceHost.StartAsync(database);

        await second.OutboxEmptyAsync();
        (await second.AllCountedUpAsync()).Select(counted => counted.CounterId).ShouldBe(ids, ignoreOrder: true);
        (await second.CountersAsync()).ShouldAllBe(counter => counter.Count == 1);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_deliver_only_once_with_several_next_instances(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using (var first = await PersistenceHost.StartAsync(database, configure: services => services.AddSingleton<IOutboxTransport, RefusingTransport>()))
        {
            await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => first.SendAsync(PersistenceHost.CounterQueue, new CountUp(Guid.NewGuid()))));
            await first.Handled.CountAsync(PersistenceHost.CounterQueue, Count);
        }

        await using var second = await PersistenceHost.StartAsync(database);
        await using var third = await PersistenceHost.StartAsync(database);
        await second.OutboxEmptyAsync();

        ((await second.AllCountedUpAsync()).Count + (await third.AllCountedUpAsync()).Count).ShouldBe(Count);
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_handle_once_what_is_sent_again_because_nobody_knows_that_it_was_sent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        var id = Guid.NewGuid();
        await using (var first = await PersistenceHost.StartAsync(database, configure: services => services.AddSingleton<IOutboxTransport, ForgetfulTransport>()))
        {
            await first.SendAsync(PersistenceHost.NoteQueue, new WriteNote(id, WriteNoteConsumer.AlsoCount));
            await first.Handled.CountAsync(PersistenceHost.NoteQueue, 1);
            await first.Handled.CountAsync(PersistenceHost.CounterQueue, 1);
            (await first.CountersAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
            (await first.OutboxCountAsync()).ShouldBe(3);
        }

        await using var second = await PersistenceHost.StartAsync(database);
        await second.Handled.CountAsync(PersistenceHost.CounterQueue, 1);
        await second.OutboxEmptyAsync();

        (await second.CountersAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
        (await second.AllCountedUpAsync()).ShouldHaveSingleItem();
        (await second.NotesWritten.CountAsync(1)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_not_let_one_message_that_cannot_be_sent_hold_up_the_others(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using (var first = await PersistenceHost.StartAsync(database, configure: services => services.AddSingleton<IOutboxTransport, RefusingTransport>()))
        {
            for (var i = 0; i < 3; i++)
                await first.SendAsync(PersistenceHost.CounterQueue, new CountUp(Guid.NewGuid()));
            await first.Handled.CountAsync(PersistenceHost.CounterQueue, 3);
            await first.AskAsync(db => db.Set<OutboxMessage>()
                .OrderBy(message => message.SentTime)
                .Take(1)
                .ExecuteUpdateAsync(message => message.SetProperty(row => row.DestinationAddress, new Uri("nowhere://at/all"))));
        }

        await using var second = await PersistenceHost.StartAsync(database);

        await second.CountedUp.CountAsync(2);
        await Eventually.HoldsAsync("the bad one is left", TimeSpan.FromSeconds(30), async _ => await second.OutboxCountAsync() == 1);
    }
}
