using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>Delivers what is left of instances that ended, or could not reach the transport, between their commit and the delivery.</summary>
internal sealed class OutboxDeliveryService<TDbContext>(
    IServiceScopeFactory scopes,
    OutboxDelivery<TDbContext> delivery,
    IOutboxTransport transport,
    IOptions<PersistenceOptions> options,
    TimeProvider time,
    ILogger<OutboxDeliveryService<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private const int BatchSize = 100;
    private static readonly TimeSpan MeasureInterval = TimeSpan.FromSeconds(5);
    private long _measuredAt;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Periodically.RunAsync(TimeSpan.FromSeconds(options.Value.SweepSeconds), time, logger, DeliverAllAsync, stoppingToken);

    private async Task DeliverAllAsync(CancellationToken cancellation)
    {
        // Also, and above all, while the broker is away.
        await MeasureAsync(cancellation);
        if (!transport.IsReady)
            return;
        foreach (var (messageId, consumerId) in await FindAsync(cancellation))
        {
            // The transport is probably away. What failed most often comes last in the next round, so that one bad message stops nobody.
            if (!await delivery.DeliverAsync(messageId, consumerId, cancellation))
                return;
        }
    }

    private async Task MeasureAsync(CancellationToken cancellation)
    {
        if (_measuredAt != 0 && time.GetElapsedTime(_measuredAt) < MeasureInterval)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var messages = scope.ServiceProvider.GetRequiredService<TDbContext>().Set<OutboxMessage>();
        var count = await messages.CountAsync(cancellation);
        var oldest = count == 0 ? null : await messages.MinAsync(message => (DateTime?)message.SentTime, cancellation);
        OutboxMetrics.Found(count, oldest is { } sent ? time.GetUtcNow().UtcDateTime - sent : TimeSpan.Zero);
        _measuredAt = time.GetTimestamp();
    }

    private async Task<IReadOnlyList<(Guid MessageId, Guid ConsumerId)>> FindAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<TDbContext>().Set<OutboxMessage>()
            .GroupBy(message => new { message.InboxMessageId, message.InboxConsumerId })
            .OrderBy(group => group.Max(message => message.Attempts))
            .ThenBy(group => group.Min(message => message.SentTime))
            .Select(group => group.Key)
            .Take(BatchSize)
            .ToListAsync(cancellation);
        return [.. found.Select(key => (key.InboxMessageId, key.InboxConsumerId))];
    }
}
