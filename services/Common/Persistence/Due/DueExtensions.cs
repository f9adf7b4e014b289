using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabelPlatform.Persistence.Due;

/// <summary>What waits.</summary>
public static class DueExtensions
{
    /// <summary>
    /// Publishes what rows of <typeparamref name="TEntity"/> want when they are due. Needs <c>AddPersistence</c> for the context; a (partial)
    /// index on <c>due_at</c> keeps it cheap.
    /// </summary>
    public static IServiceCollection AddDueSweeper<TDbContext, TEntity>(this IServiceCollection services)
        where TDbContext : DbContext
        where TEntity : class, IDue =>
        services.AddHostedService<DueSweeper<TDbContext, TEntity>>();
}
