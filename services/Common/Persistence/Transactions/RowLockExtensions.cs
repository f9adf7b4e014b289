using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence.Transactions;

/// <summary>Queries that lock the rows they return until the transaction ends.</summary>
public static class RowLockExtensions
{
    /// <summary>
    /// Waits for rows that others have locked, reads them as they are then, and locks them (<c>FOR UPDATE</c>). On SQLite it changes nothing:
    /// a transaction of <see cref="TransactionExtensions.BeginWriteAsync"/> has locked the file. The query must be over one table, without
    /// grouping or left joins; PostgreSQL refuses others.
    /// </summary>
    public static IQueryable<T> ForUpdate<T>(this IQueryable<T> query) => query.TagWith(RowLockInterceptor.ForUpdate);

    /// <summary>As <see cref="ForUpdate{T}"/>, but leaves out the rows that others have locked (<c>SKIP LOCKED</c>): how workers share a queue.</summary>
    public static IQueryable<T> ForUpdateSkipLocked<T>(this IQueryable<T> query) => query.TagWith(RowLockInterceptor.ForUpdateSkipLocked);
}
