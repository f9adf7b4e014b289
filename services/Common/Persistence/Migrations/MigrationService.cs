using System.Data.Common;
using LabelPlatform.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabelPlatform.Persistence.Migrations;

/// <summary>
/// Applies the migrations, once, before any hosted service starts. A database that is starting, too, is waited for.
/// </summary>
internal sealed class MigrationService<TDbContext>(
    Migrator<TDbContext> migrator,
    DatabaseOf<TDbContext> database,
    IOptions<PersistenceOptions> options,
    TimeProvider time,
    ILogger<MigrationService<TDbContext>> logger) : IStartupTask, IHostedLifecycleService
    where TDbContext : DbContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private bool _done;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellation)
    {
        var migrations = MigrationFiles.For(typeof(TDbContext).Assembly, database.Provider);
        var start = time.GetTimestamp();
        while (!_done)
        {
            try
            {
                await migrator.MigrateAsync(migrations, cancellation);
                _done = true;
                return;
            }
            // Entity Framework wraps what Npgsql calls transient; the rest, as a wrong password, stays wrong.
            catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
            {
                var cause = exception is InvalidOperationException ? exception.InnerException! : exception;
                if (cause is not NpgsqlException { IsTransient: true } || time.GetElapsedTime(start) >= TimeSpan.FromSeconds(options.Value.StartTimeoutSeconds))
                    throw new InvalidConfigurationException($"Database {database.Name} cannot be used: {cause.Message}", cause);
                Log.DatabaseAway(logger, database.Name, cause.Message);
            }
            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>For hosts that are not run by <c>RunServiceAsync</c>.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

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
}
