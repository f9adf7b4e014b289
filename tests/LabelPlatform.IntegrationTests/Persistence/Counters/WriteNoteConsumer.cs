using System.Collections.Concurrent;
using MassTransit;

namespace LabelPlatform.IntegrationTests.Persistence.Counters;

/// <summary>Writes a note, answers, publishes that it did, and then throws as often as it is told to.</summary>
internal sealed class WriteNoteConsumer(CounterDbContext db, IPublishEndpoint publisher, WriteNoteConsumer.Failures failures) : IConsumer<WriteNote>
{
    /// <summary>Text of a note that also counts up the counter of its id.</summary>
    public const string AlsoCount = "also count";

    public async Task Consume(ConsumeContext<WriteNote> context)
    {
        failures.Contexts.Add(db.ContextId.InstanceId);
        db.Notes.Add(new Note { Id = context.Message.NoteId, Text = context.Message.Text });
        await db.SaveChangesAsync(context.CancellationToken);
        if (context.Message.Text == AlsoCount)
            await context.Publish(new CountUp(context.Message.NoteId));
        await publisher.Publish(new NoteWritten(context.Message.NoteId), publish => publish.Headers.Set("Author", "测试"), context.CancellationToken);
        if (context.RequestId is not null)
            await context.RespondAsync(new NoteWritten(context.Message.NoteId));
        if (failures.Left-- > 0)
            throw new InvalidDataException("The pen broke.");
    }

    internal sealed class Failures
    {
        public int Left { get; set; }

        /// <summary>The database contexts of the attempts.</summary>
        public ConcurrentBag<Guid> Contexts { get; } = [];
    }
}
