using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabelPlatform.Persistence;

/// <summary>The database of a context: a schema of PostgreSQL, or a file of SQLite.</summary>
/// <param name="name">Name of the schema and of the file.</param>
/// <param name="options">Where it is.</param>
internal sealed class DatabaseOf<TDbContext>(string name, IOptions<PersistenceOptions> options)
    where TDbContext : DbContext
{
    /// <summary>Name of the schema and of the file.</summary>
    public string Name => name;

    /// <summary>What keeps it.</summary>
    public DatabaseProvider Provider => options.Value.Provider;

    /// <summary>SQLite's file.</summary>
    public string File => Path.GetFullPath(Path.Combine(options.Value.Path!, $"{name}.db"));

    /// <summary>Points a context to it.</summary>
    public void Configure(DbContextOptionsBuilder builder)
    {
        if (Provider is DatabaseProvider.Postgres)
            builder.UseNpgsql(PostgresConnectionString());
        else
            builder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = File }.ConnectionString);

        // Statements run every second, and conflicts are expected: what fails throws, and is logged by who gives up.
        builder.ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandExecuted, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));
    }

    private string PostgresConnectionString()
    {
        // Neither the model nor the migrations name the schema.
        var builder = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { SearchPath = name };
        builder.ApplicationName ??= $"labelplatform-{name}";
        return builder.ConnectionString;
    }
}
