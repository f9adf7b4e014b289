using System.Text.RegularExpressions;
using LabelPlatform.Persistence.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LabelPlatform.Persistence;

/// <summary>What the models of all services have in common.</summary>
public static partial class PersistenceModelExtensions
{
    private static readonly ValueConverter<DateTime, DateTime> Utc = new(value => ToUtc(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    /// <summary>
    /// Adds the inbox and the outbox. To be called at the end of <c>OnModelCreating</c>, after the service's own entities, for which it sees to
    /// what the migrations count on: tables and columns without a name of their own are named in snake case (<c>DueAt</c> → <c>due_at</c>),
    /// times are UTC, a saga's key is its <c>correlation_id</c>, and an <see cref="ISagaVersion"/>'s version is checked and raised by every change.
    /// </summary>
    public static ModelBuilder AddPersistence(this ModelBuilder model)
    {
        model.ApplyConfiguration(new InboxMessageMap());
        model.ApplyConfiguration(new OutboxMessageMap());
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            if (typeof(ISaga).IsAssignableFrom(entity.ClrType))
                ConfigureSaga(model.Entity(entity.ClrType));
            UseUtc(entity);
            UseSnakeCase((IConventionEntityType)entity);
        }
        return model;
    }

    private static void ConfigureSaga(EntityTypeBuilder saga)
    {
        saga.HasKey(nameof(ISaga.CorrelationId));
        saga.Property(nameof(ISaga.CorrelationId)).ValueGeneratedNever();
        if (typeof(ISagaVersion).IsAssignableFrom(saga.Metadata.ClrType))
            saga.Property(nameof(ISagaVersion.Version)).IsConcurrencyToken();
    }

    private static void UseUtc(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            if (property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?))
                property.SetValueConverter(Utc);
        }
    }

    /// <summary>Names as conventions do: what the service has named itself keeps its name.</summary>
    private static void UseSnakeCase(IConventionEntityType entity)
    {
        if (entity.IsMappedToJson())
            return;
        if (entity.GetTableName() is { } table)
            entity.Builder.ToTable(SnakeCase(table));
        foreach (var property in entity.GetDeclaredProperties())
            property.Builder.HasColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    private static DateTime ToUtc(DateTime value) =>
        value.Kind is DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value.ToUniversalTime();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
