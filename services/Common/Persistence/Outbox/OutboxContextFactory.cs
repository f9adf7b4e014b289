using System.Diagnostics;
using LabelPlatform.Persistence.Transactions;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>
/// Has a message handled in one transaction: its row in the inbox, what the consumer or saga changes, and the messages it sends. These go out
/// after the commit. MassTransit's filter makes a new scope, and with it a new context, for every attempt.
/// </summary>
internal sealed class OutboxContextFactory<TDbContext>(
    TDbContext db,
    IServiceProvider services,
    OutboxDelivery<TDbContext> delivery,
    TimeProvider time) : IOutboxContextFactory<TDbContext>
    where TDbContext : DbContext
{
    /// <inheritdoc />
    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next)
        where T : class
    {
        var inbox = new InboxMessage
        {
            MessageId = context.GetOriginalMessageId() ?? throw new MessageException(typeof(T), "A message without id cannot be told from its repetition."),
            ConsumerId = options.ConsumerId,
            ConsumedAt = time.GetUtcNow().UtcDateTime,
        };
        if (await HandleAsync(context, options, inbox, next))
            await delivery.DeliverAsync(inbox.MessageId, inbox.ConsumerId, context.CancellationToken);
    }

    /// <inheritdoc />
    public void Probe(ProbeContext context) => context.CreateFilterScope("outbox").Add("database", typeof(TDbContext).Name);

    /// <returns>Whether there may be messages to deliver.</returns>
    private async Task<bool> HandleAsync<T>(
        ConsumeContext<T> context,
        OutboxConsumeOptions options,
        InboxMessage inbox,
        IPipe<OutboxConsumeContext<T>> next)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        await using var transaction = await db.BeginWriteAsync(context.CancellationToken);
        var isConsumed = !await TryAddAsync(inbox, context.CancellationToken);
        var outbox = new OutboxContext<T>(context, options, services, db, inbox, isConsumed, time);
        await next.Send(outbox);
        try
        {
            await transaction.CommitAsync(context.CancellationToken);
        }
        catch (Exception exception)
        {
            // The consumer has reported success already.
            await context.NotifyFaulted(watch.Elapsed, options.ConsumerType, exception);
            throw;
        }
        return outbox.HasMessages || isConsumed;
    }

    /// <summary>Writes the row unless there is one. While another transaction has written it and not ended, this waits.</summary>
    private async Task<bool> TryAddAsync(InboxMessage inbox, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_messages (message_id, consumer_id, consumed_at)
            VALUES ({inbox.MessageId}, {inbox.ConsumerId}, {inbox.ConsumedAt})
            ON CONFLICT DO NOTHING
            """,
            cancellation) > 0;
}
