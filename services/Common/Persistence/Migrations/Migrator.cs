using System.Data.Common;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.Persistence.Migrations;

/// <summary>
/// Brings a database up to date: everything that is missing in one transaction, under a lock for which other instances wait. Their turn then
/// finds nothing to do.
/// </summary>
internal sealed class Migrator<TDbContext>(
    IServiceScopeFactory scopes,
    DatabaseOf<TDbContext> database,
    TimeProvider time,
    ILogger<Migrator<TDbContext>> logger)
    where TDbContext : DbContext
{
    /// <summary>Applies those that the database does not have.</summary>
    /// <exception cref="InvalidConfigurationException">It has one that was changed since, that is missing, or that fails.</exception>
    public async Task MigrateAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDbContext>();
        // A migration, or the wait for another instance's, takes as long as it takes.
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        if (database.Provider is DatabaseProvider.Sqlite)
            await PrepareFileAsync(db, cancellation);

        await using var transaction = await db.BeginWriteAsync(cancellation);
        if (database.Provider is DatabaseProvider.Postgres)
            await LockSchemaAsync(db, cancellation);
        await CreateHistoryAsync(db, cancellation);
        foreach (var migration in MigrationPlan.Pending(database.Name, migrations, await ReadHistoryAsync(db, cancellation)))
            await ApplyAsync(db, migration, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task PrepareFileAsync(TDbContext db, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database.File)!);
        // Readers do not wait for the writer. The file remembers it.
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellation);
    }

    private async Task LockSchemaAsync(TDbContext db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"labelplatform migrations " + database.Name}, 0))", cancellation);
        // CREATE SCHEMA IF NOT EXISTS needs a privilege that the service need not have when there is one.
        var exists = await db.Database
            .SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = {database.Name}) AS \"Value\"")
            .SingleAsync(cancellation);
        if (!exists)
            await ExecuteAsync(db, $"CREATE SCHEMA \"{database.Name}\"", cancellation);
    }

    private static Task CreateHistoryAsync(TDbContext db, CancellationToken cancellation) =>
        ExecuteAsync(
            db,
            """
            CREATE TABLE IF NOT EXISTS migrations (
                source text NOT NULL,
                number integer NOT NULL,
                name text NOT NULL,
                checksum text NOT NULL,
                applied_at text NOT NULL,
                PRIMARY KEY (source, number))
            """,
            cancellation);

    private static async Task<IReadOnlyList<AppliedMigration>> ReadHistoryAsync(TDbContext db, CancellationToken cancellation) =>
        await db.Database
            .SqlQuery<AppliedMigration>(
                $"""SELECT source AS "Source", number AS "Number", name AS "Name", checksum AS "Checksum" FROM migrations ORDER BY source, number""")
            .ToListAsync(cancellation);

    private async Task ApplyAsync(TDbContext db, Migration migration, CancellationToken cancellation)
    {
        try
        {
            await ExecuteAsync(db, migration.Sql, cancellation);
        }
        catch (DbException exception)
        {
            throw new InvalidConfigurationException(
                $"Migration {migration} could not be applied to database {database.Name}, which is as it was: {exception.Message}", exception);
        }
        var now = time.GetUtcNow().ToString("O");
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO migrations (source, number, name, checksum, applied_at)
            VALUES ({migration.Source}, {migration.Number}, {migration.Name}, {migration.Checksum}, {now})
            """,
            cancellation);
        Log.MigrationApplied(logger, migration.ToString(), database.Name);
    }

    /// <summary>Runs statements as they are: Entity Framework would take braces in them for parameters.</summary>
    private static async Task ExecuteAsync(TDbContext db, string sql, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
