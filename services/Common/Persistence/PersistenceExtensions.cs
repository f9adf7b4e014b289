using System.Text.RegularExpressions;
using LabelPlatform.Persistence.Migrations;
using LabelPlatform.Persistence.Outbox;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Persistence;

/// <summary>The database of a service.</summary>
public static partial class PersistenceExtensions
{
    /// <summary>
    /// Adds a context whose database is kept as section <c>Persistence</c> says. At start, before the bus, the numbered SQL files embedded in
    /// the context's assembly are applied (<c>0001_initial.postgres.sql</c>, <c>0001_initial.sqlite.sql</c>); then the outbox's deliveries run.
    /// </summary>
    /// <param name="builder">The service's.</param>
    /// <param name="name">Name of the schema in PostgreSQL and of the file in SQLite, as <c>training</c>; lower case letters, digits and <c>_</c>.</param>
    /// <exception cref="InvalidConfigurationException">
    /// At start: the database does not answer in time, or an applied migration was changed or is missing.
    /// </exception>
    public static void AddPersistence<TDbContext>(this IHostApplicationBuilder builder, string name)
        where TDbContext : DbContext
    {
        if (!SchemaName().IsMatch(name))
            throw new ArgumentException($"'{name}' cannot name a schema and a file: lower case letters, digits and _ can.", nameof(name));

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        if (services.All(service => service.ServiceType != typeof(DatabaseClock)))
        {
            services.AddValidatedOptions<PersistenceOptions>(PersistenceOptions.Section);
            services.AddSingleton<DatabaseClock>();
            services.AddSingleton<RowLockInterceptor>();
            services.AddSingleton<VersionInterceptor>();
            services.TryAddSingleton<IOutboxTransport, BusOutboxTransport>();
        }

        services.AddSingleton(provider => new DatabaseOf<TDbContext>(name, provider.GetRequiredService<IOptions<PersistenceOptions>>()));
        services.AddDbContext<TDbContext>((provider, options) =>
        {
            provider.GetRequiredService<DatabaseOf<TDbContext>>().Configure(options);
            options.AddInterceptors(provider.GetRequiredService<RowLockInterceptor>(), provider.GetRequiredService<VersionInterceptor>());
        });
        services.AddSingleton<Migrator<TDbContext>>();
        services.AddSingleton<MigrationService<TDbContext>>();
        services.AddSingleton<IStartupTask>(provider => provider.GetRequiredService<MigrationService<TDbContext>>());
        services.AddHostedService(provider => provider.GetRequiredService<MigrationService<TDbContext>>());

        services.AddScoped<IOutboxContextFactory<TDbContext>, OutboxContextFactory<TDbContext>>();
        services.AddSingleton<OutboxDelivery<TDbContext>>();
        services.AddHostedService<OutboxDeliveryService<TDbContext>>();
        services.AddHostedService<InboxCleaner<TDbContext>>();

        services.AddHealthChecks().AddCheck<DatabaseHealthCheck<TDbContext>>($"database-{name}", tags: [HealthExtensions.Ready]);
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.None, 1000)]
    private static partial Regex SchemaName();
}
