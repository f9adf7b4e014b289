using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Persistence.Counters;
using LabelPlatform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Persistence;

public class When_a_consumer_throws(TestEnvironment environment)
{
    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_undo_all_of_it_and_send_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        var failures = host.Services.GetRequiredService<WriteNoteConsumer.Failures>();
        failures.Left = 3;
        var note = new WriteNote(Guid.NewGuid(), WriteNoteConsumer.AlsoCount);
        var messageId = Guid.NewGuid();

        await host.SendAsync(PersistenceHost.NoteQueue, note, messageId);
        (await host.Faults.CountAsync(1))[0].Exceptions[0].Message.ShouldBe("The pen broke.");

        failures.Contexts.Distinct().Count().ShouldBe(3, "every attempt has a context of its own");
        (await host.AskAsync(db => db.Notes.CountAsync())).ShouldBe(0);
        (await host.OutboxCountAsync()).ShouldBe(0);
        (await host.InboxCountAsync()).ShouldBe(0);

        // The same message, when the pen is mended, is a new chance. Had anything been sent before, two would come.
        await host.SendAsync(PersistenceHost.NoteQueue, note, messageId);
        await host.NotesWritten.CountAsync(1);
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 1);
        await host.OutboxEmptyAsync();
        (await host.AskAsync(db => db.Notes.SingleAsync())).Text.ShouldBe(note.Text);
        (await host.AllCountedUpAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
        host.NotesWritten.Messages.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task Should_send_once_what_a_later_attempt_sends(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(environment, provider);
        await using var host = await PersistenceHost.StartAsync(database);
        host.Services.GetRequiredService<WriteNoteConsumer.Failures>().Left = 2;

        await host.SendAsync(PersistenceHost.NoteQueue, new WriteNote(Guid.NewGuid(), WriteNoteConsumer.AlsoCount));
        await host.NotesWritten.CountAsync(1);
        await host.Handled.CountAsync(PersistenceHost.CounterQueue, 1);

        (await host.AllCountedUpAsync()).ShouldHaveSingleItem();
        host.Faults.Messages.ShouldBeEmpty();
    }
}
