using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>
/// The message that is handled, whose consumer sends into the outbox. What comes after the commit is <see cref="OutboxDelivery{TDbContext}"/>'s,
/// so MassTransit's pipe is told that it is done.
/// </summary>
internal sealed class OutboxContext<TMessage>(
    ConsumeContext<TMessage> context,
    OutboxConsumeOptions options,
    IServiceProvider services,
    DbContext db,
    InboxMessage inbox,
    bool isMessageConsumed,
    TimeProvider time) :
    OutboxConsumeContextProxy<TMessage>(context, options, services)
    where TMessage : class
{
    private readonly List<OutboxMessage> _messages = [];

    /// <summary>Whether anything was sent.</summary>
    public bool HasMessages => _messages.Count > 0;

    /// <inheritdoc />
    public override bool ContinueProcessing { get; set; }

    /// <inheritdoc />
    public override bool IsMessageConsumed => isMessageConsumed;

    /// <inheritdoc />
    public override bool IsOutboxDelivered => true;

    /// <inheritdoc />
    public override int ReceiveCount => 0;

    /// <inheritdoc />
    public override long? LastSequenceNumber => null;

    /// <summary>Keeps a message for the commit. A consumer may send several at once, which the database's context would not bear.</summary>
    public override Task AddSend<T>(SendContext<T> context)
    {
        var message = OutboxMessage.Create(context, time.GetUtcNow().UtcDateTime);
        message.InboxMessageId = inbox.MessageId;
        message.InboxConsumerId = inbox.ConsumerId;
        lock (_messages)
        {
            message.Position = _messages.Count;
            _messages.Add(message);
        }
        return Task.CompletedTask;
    }

    /// <summary>Writes the messages, and what the consumer changed.</summary>
    public override Task SetConsumed()
    {
        db.AddRange(_messages);
        return db.SaveChangesAsync(CancellationToken);
    }

    /// <inheritdoc />
    public override Task SetDelivered() => Task.CompletedTask;

    /// <inheritdoc />
    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult(new List<OutboxMessageContext>());

    /// <inheritdoc />
    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    /// <inheritdoc />
    public override Task RemoveOutboxMessages() => Task.CompletedTask;
}
