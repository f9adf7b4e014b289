using LabelPlatform.Persistence.Transactions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Persistence.Due;

/// <summary>
/// Publishes what is due, every second, by the database's clock. A row is first taken (its time moved on, and committed), then published:
/// of several instances one takes it, none holds a lock while it publishes, and one that ends in between leaves a row that is due again later.
/// </summary>
internal sealed class DueSweeper<TDbContext, TEntity>(
    IServiceScopeFactory scopes,
    IBusControl bus,
    DatabaseClock clock,
    IOptions<PersistenceOptions> options,
    TimeProvider time,
    ILogger<DueSweeper<TDbContext, TEntity>> logger) : BackgroundService
    where TDbContext : DbContext
    where TEntity : class, IDue
{
    private const int BatchSize = 100;
    private readonly TimeSpan _repeat = TimeSpan.FromSeconds(options.Value.DueRepeatSeconds);

    /// <summary>Publishes all that is due now.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        while (await TakeAsync(cancellation) is { Count: > 0 } due)
        {
            foreach (var message in due)
                await PublishAsync(message, cancellation);
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Periodically.RunAsync(
            TimeSpan.FromSeconds(options.Value.SweepSeconds),
            time,
            logger,
            cancellation => bus.CheckHealth().Status is BusHealthStatus.Healthy ? SweepAsync(cancellation) : Task.CompletedTask,
            stoppingToken);

    private async Task<IReadOnlyList<object>> TakeAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDbContext>();
        var now = await clock.GetUtcNowAsync(db, cancellation);
        var due = db.Set<TEntity>().Where(entity => entity.DueAt != null && entity.DueAt <= now);
        // Mostly nothing is, and looking needs no lock.
        if (!await due.AnyAsync(cancellation))
            return [];

        await using var transaction = await db.BeginWriteAsync(cancellation);
        var entities = await due.OrderBy(entity => entity.DueAt).Take(BatchSize).ForUpdateSkipLocked().ToListAsync(cancellation);
        object[] messages = [.. entities.Select(entity => entity.CreateDueMessage())];
        foreach (var entity in entities)
            entity.DueAt = now + _repeat;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return messages;
    }

    private async Task PublishAsync(object message, CancellationToken cancellation)
    {
        try
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.SendTimeoutSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
            await bus.Publish(message, either.Token);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Log.DueNotPublished(logger, typeof(TEntity).Name, exception);
        }
    }
}
