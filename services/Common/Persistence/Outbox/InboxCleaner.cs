using LabelPlatform.Persistence.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>Forgets messages that were handled long ago, but none whose own messages are not delivered.</summary>
internal sealed class InboxCleaner<TDbContext>(
    IServiceScopeFactory scopes,
    IOptions<PersistenceOptions> options,
    TimeProvider time,
    ILogger<InboxCleaner<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>Removes what is older than <see cref="PersistenceOptions.InboxRetentionHours"/>.</summary>
    public async Task CleanAsync(CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().UtcDateTime - TimeSpan.FromHours(options.Value.InboxRetentionHours);
        while (await RemoveAsync(oldest, cancellation) == BatchSize)
        {
            // In small transactions: consumers wait for none of them long.
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Periodically.RunAsync(Interval, time, logger, CleanAsync, stoppingToken);

    private async Task<int> RemoveAsync(DateTime oldest, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDbContext>();
        await using var transaction = await db.BeginWriteAsync(cancellation);
        var messages = await db.Set<InboxMessage>()
            .Where(inbox => inbox.ConsumedAt < oldest)
            .Where(inbox => !db.Set<OutboxMessage>().Any(message =>
                message.InboxMessageId == inbox.MessageId && message.InboxConsumerId == inbox.ConsumerId))
            .OrderBy(inbox => inbox.ConsumedAt)
            .Take(BatchSize)
            .ForUpdateSkipLocked()
            .ToListAsync(cancellation);
        db.RemoveRange(messages);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return messages.Count;
    }
}
