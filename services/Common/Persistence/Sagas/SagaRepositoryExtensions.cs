using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Sagas;

/// <summary>Where the instances of a saga are kept.</summary>
public static class SagaRepositoryExtensions
{
    /// <summary>
    /// Keeps the instances in a database: a row each, locked from load to commit. Needs <c>AddPersistence</c> for the context; the
    /// saga's endpoint uses the outbox (<c>UseTransactionalOutbox</c>), which also retries what two first messages at once collide over.
    /// </summary>
    public static ISagaRegistrationConfigurator<TSaga> EntityFrameworkRepository<TSaga, TDbContext>(this ISagaRegistrationConfigurator<TSaga> saga)
        where TSaga : class, ISaga
        where TDbContext : DbContext =>
        saga.Repository(services =>
        {
            services.RegisterLoadSagaRepository<TSaga, SagaRepositoryContextFactory<TDbContext, TSaga>>();
            services.RegisterQuerySagaRepository<TSaga, SagaRepositoryContextFactory<TDbContext, TSaga>>();
            services.RegisterSagaRepository<
                TSaga,
                TDbContext,
                SagaConsumeContextFactory<TDbContext, TSaga>,
                SagaRepositoryContextFactory<TDbContext, TSaga>>();
        });
}
