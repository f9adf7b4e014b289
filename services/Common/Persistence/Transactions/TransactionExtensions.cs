using System.Data;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Transactions;

/// <summary>Transactions that mean the same on both databases.</summary>
public static class TransactionExtensions
{
    /// <summary>
    /// Begins a transaction that writes: <c>READ COMMITTED</c> on PostgreSQL, where rows are locked one by one with
    /// <see cref="RowLockExtensions.ForUpdate{T}"/>; <c>BEGIN IMMEDIATE</c> on SQLite, which locks the whole file for other writers.
    /// Consumers and sagas behind the outbox are in one already.
    /// </summary>
    /// <exception cref="InvalidOperationException">The context is in a transaction.</exception>
    /// <exception cref="TimeoutException">SQLite's file was locked for 30 s.</exception>
    public static async Task<WriteTransaction> BeginWriteAsync(this DbContext db, CancellationToken cancellation = default)
    {
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("The context is in a transaction. Consumers behind the outbox are; UseTransactionalOutbox is for once an endpoint.");
        var gate = db.Database.IsSqlite()
            ? await SqliteWriteGate.EnterAsync(db.Database.GetConnectionString()!, cancellation)
            : null;
        try
        {
            // SQLite knows only serializable transactions; Microsoft.Data.Sqlite begins them as immediate ones.
            var level = gate is null ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable;
            return new WriteTransaction(await db.Database.BeginTransactionAsync(level, cancellation), gate);
        }
        catch
        {
            gate?.Release();
            throw;
        }
    }
}
