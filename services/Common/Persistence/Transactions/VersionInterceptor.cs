using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LabelPlatform.Persistence.Transactions;

/// <summary>Raises the version of every saga that is changed. It is a concurrency token: what was read with another version is not written.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    /// <inheritdoc />
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        RaiseVersions(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        RaiseVersions(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void RaiseVersions(DbContext? db)
    {
        foreach (var saga in db?.ChangeTracker.Entries<ISagaVersion>() ?? [])
        {
            if (saga.State is EntityState.Modified)
                saga.Entity.Version = saga.Property(instance => instance.Version).OriginalValue + 1;
        }
    }
}
