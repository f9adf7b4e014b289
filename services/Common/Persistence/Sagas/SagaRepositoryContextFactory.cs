using LabelPlatform.Persistence.Transactions;
using MassTransit;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Sagas;

/// <summary>
/// Loads, locks and saves the instances of a saga in the outbox's transaction, or, on an endpoint without outbox, in one of its own.
/// </summary>
internal sealed class SagaRepositoryContextFactory<TDbContext, TSaga>(TDbContext db, ISagaConsumeContextFactory<TDbContext, TSaga> contexts) :
    ISagaRepositoryContextFactory<TSaga>,
    IQuerySagaRepositoryContextFactory<TSaga>,
    ILoadSagaRepositoryContextFactory<TSaga>
    where TDbContext : DbContext
    where TSaga : class, ISaga
{
    /// <inheritdoc />
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class =>
        InTransactionAsync(() => next.Send(CreateContext(context)), context.CancellationToken);

    /// <inheritdoc />
    public Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class =>
        InTransactionAsync(
            async () =>
            {
                var instances = await db.Set<TSaga>().Where(query.FilterExpression).ForUpdate().ToListAsync(context.CancellationToken);
                await next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(CreateContext(context), instances));
            },
            context.CancellationToken);

    /// <inheritdoc />
    public Task<T> Execute<T>(Func<QuerySagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default)
        where T : class =>
        asyncMethod(new SagaReader<TSaga>(db, cancellationToken));

    /// <inheritdoc />
    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default)
        where T : class =>
        asyncMethod(new SagaReader<TSaga>(db, cancellationToken));

    /// <inheritdoc />
    public void Probe(ProbeContext context) => context.Add("persistence", typeof(TDbContext).Name);

    private SagaRepositoryContext<TDbContext, TSaga, T> CreateContext<T>(ConsumeContext<T> context)
        where T : class =>
        new(db, context, contexts);

    private async Task InTransactionAsync(Func<Task> work, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await work();
            return;
        }
        await using var transaction = await db.BeginWriteAsync(cancellation);
        await work();
        await transaction.CommitAsync(cancellation);
    }
}
