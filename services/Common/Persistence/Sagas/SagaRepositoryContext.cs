using LabelPlatform.Persistence.Transactions;
using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Sagas;

/// <summary>The instances that one message is for. Every change is written at once, so that a conflict ends the attempt where it arises.</summary>
internal sealed class SagaRepositoryContext<TDbContext, TSaga, TMessage>(
    TDbContext db,
    ConsumeContext<TMessage> context,
    ISagaConsumeContextFactory<TDbContext, TSaga> contexts) :
    ConsumeContextScope<TMessage>(context, db),
    SagaRepositoryContext<TSaga, TMessage>
    where TDbContext : DbContext
    where TSaga : class, ISaga
    where TMessage : class
{
    private readonly ConsumeContext<TMessage> _context = context;

    /// <inheritdoc />
    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) => CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Add);

    /// <summary>Writes an instance before its first message is handled.</summary>
    /// <returns>Null when there is one already: MassTransit loads it then.</returns>
    public async Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance)
    {
        var entry = db.Set<TSaga>().Add(instance);
        try
        {
            await db.SaveChangesAsync(CancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Entity Framework went back to the savepoint it makes inside a transaction, so PostgreSQL goes on.
            entry.State = EntityState.Detached;
            return null!;
        }
        return await CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Insert);
    }

    /// <inheritdoc />
    public async Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId)
    {
        var instance = await db.Set<TSaga>()
            .Where(saga => saga.CorrelationId == correlationId)
            .ForUpdate()
            .SingleOrDefaultAsync(CancellationToken);
        return instance is null ? null! : await CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Load);
    }

    /// <inheritdoc />
    public Task Save(SagaConsumeContext<TSaga> context)
    {
        db.Set<TSaga>().Add(context.Saga);
        return db.SaveChangesAsync(CancellationToken);
    }

    /// <inheritdoc />
    public Task Update(SagaConsumeContext<TSaga> context) => db.SaveChangesAsync(CancellationToken);

    /// <inheritdoc />
    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        db.Set<TSaga>().Remove(context.Saga);
        return db.SaveChangesAsync(CancellationToken);
    }

    /// <inheritdoc />
    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    /// <inheritdoc />
    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        db.Entry(context.Saga).State = EntityState.Detached;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(ConsumeContext<T> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where T : class =>
        contexts.CreateSagaConsumeContext(db, consumeContext, instance, mode);
}
