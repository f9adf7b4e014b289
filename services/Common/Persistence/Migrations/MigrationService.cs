using System.Data.Common;
using System.Net.Sockets;
using LabelPlatform.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabelPlatform.Persistence.Migrations;

/// <summary>Applies the migrations before any other hosted service starts. A database that is starting, too, is waited for.</summary>
internal sealed class MigrationService<TDbContext>(
    Migrator<TDbContext> migrator,
    DatabaseOf<TDbContext> database,
    IOptions<PersistenceOptions> options,
    TimeProvider time,
    ILogger<MigrationService<TDbContext>> logger) : IHostedLifecycleService
    where TDbContext : DbContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var migrations = MigrationFiles.For(typeof(TDbContext).Assembly, database.Provider);
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                await migrator.MigrateAsync(migrations, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is DbException or SocketException or TimeoutException)
            {
                if (!IsAway(exception) || time.GetElapsedTime(start) > TimeSpan.FromSeconds(options.Value.StartTimeoutSeconds))
                    throw new InvalidConfigurationException($"Database {database.Name} cannot be used: {exception.Message}", exception);
                Log.DatabaseAway(logger, database.Name, exception.Message);
            }
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A wrong password or database name stays wrong; Npgsql calls the rest transient.
    private static bool IsAway(Exception exception) => exception is NpgsqlException { IsTransient: true };
}
