using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LabelPlatform.Persistence.Transactions;

/// <summary>Adds the lock that a query is tagged with. Entity Framework has no word for it, and writes tags as comments before the statement.</summary>
internal sealed class RowLockInterceptor : DbCommandInterceptor
{
    /// <summary>Tag of a query that waits.</summary>
    public const string ForUpdate = "FOR UPDATE";

    /// <summary>Tag of a query that leaves out what is locked.</summary>
    public const string ForUpdateSkipLocked = "FOR UPDATE SKIP LOCKED";

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        AddLock(command);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        AddLock(command);
        return ValueTask.FromResult(result);
    }

    private static void AddLock(DbCommand command)
    {
        if (command is not NpgsqlCommand || !command.CommandText.StartsWith($"-- {ForUpdate}", StringComparison.Ordinal))
            return;
        var tag = command.CommandText[3..command.CommandText.IndexOfAny(['\r', '\n'])];
        if (tag is ForUpdate or ForUpdateSkipLocked)
            command.CommandText += $"\n{tag}";
    }
}
