using LabelPlatform.Persistence.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>
/// Delivers what was sent while a message was handled, in order, and then removes it. Who handled the message calls it after the commit, and
/// the delivery service for what is left; the lock on the message's row keeps them, and other instances, from doing it twice.
/// </summary>
internal sealed class OutboxDelivery<TDbContext>(
    IServiceScopeFactory scopes,
    IOutboxTransport transport,
    IOptions<PersistenceOptions> options,
    TimeProvider time,
    ILogger<OutboxDelivery<TDbContext>> logger)
    where TDbContext : DbContext
{
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.SendTimeoutSeconds);

    /// <summary>
    /// Tries it once. A failure is not the caller's: what he did is committed, and the messages stay for the delivery service.
    /// </summary>
    /// <returns>Whether nothing is left, as far as nobody else is delivering it.</returns>
    public async Task<bool> DeliverAsync(Guid messageId, Guid consumerId, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDbContext>();
            await using var transaction = await db.BeginWriteAsync(cancellation);
            var failure = await LockAsync(db, messageId, consumerId, cancellation)
                ? await DeliverAsync(db, messageId, consumerId, cancellation)
                : null;
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            if (failure is not null)
                Log.NotDelivered(logger, messageId, failure);
            return failure is null;
        }
        catch (Exception exception)
        {
            if (!cancellation.IsCancellationRequested)
                Log.NotDelivered(logger, messageId, exception);
            return false;
        }
    }

    private static async Task<bool> LockAsync(TDbContext db, Guid messageId, Guid consumerId, CancellationToken cancellation) =>
        await db.Set<InboxMessage>()
            .Where(inbox => inbox.MessageId == messageId && inbox.ConsumerId == consumerId)
            .ForUpdateSkipLocked()
            .SingleOrDefaultAsync(cancellation) is not null;

    /// <returns>Why the first message that is left could not be sent.</returns>
    private async Task<Exception?> DeliverAsync(TDbContext db, Guid messageId, Guid consumerId, CancellationToken cancellation)
    {
        var messages = await db.Set<OutboxMessage>()
            .Where(message => message.InboxMessageId == messageId && message.InboxConsumerId == consumerId)
            .OrderBy(message => message.Position)
            .ToListAsync(cancellation);
        foreach (var message in messages)
        {
            if (await TrySendAsync(message, cancellation) is { } failure)
            {
                message.Attempts++;
                return failure;
            }
            db.Remove(message);
        }
        return null;
    }

    private async Task<Exception?> TrySendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (message.ExpirationTime <= time.GetUtcNow().UtcDateTime)
            return null;
        using var timeout = new CancellationTokenSource(_timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await transport.SendAsync(message, either.Token);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
