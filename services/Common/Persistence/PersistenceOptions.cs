using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Npgsql;

namespace LabelPlatform.Persistence;

/// <summary>Where a service keeps its data. Section <c>Persistence</c>.</summary>
public sealed class PersistenceOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Persistence";

    /// <summary>The database.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Postgres;

    /// <summary>
    /// Of PostgreSQL, as <c>Host=…;Database=…;Username=…;Password=…</c>; from the environment (<c>Persistence__ConnectionString</c>), never
    /// from a file in the repository. The schema is the service's own and no part of it.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of SQLite's files, one for each service in the process.</summary>
    public string? Path { get; set; } = "data";

    /// <summary>Seconds that a start waits for a database that does not answer yet.</summary>
    [Range(0, 3600)]
    public double StartTimeoutSeconds { get; set; } = 60;

    /// <summary>Seconds between two looks for what is due, and for messages that a crashed instance left behind.</summary>
    [Range(0.05, 3600)]
    public double SweepSeconds { get; set; } = 1;

    /// <summary>Seconds after which what is due is published again, unless its owner has dealt with it.</summary>
    [Range(1, 86400)]
    public double DueRepeatSeconds { get; set; } = 30;

    /// <summary>Hours for which a handled message is remembered, so that it is not handled again.</summary>
    [Range(1, 8760)]
    public double InboxRetentionHours { get; set; } = 24;

    /// <summary>Seconds after which sending one stored message is given up until the next attempt.</summary>
    [Range(1, 3600)]
    public double SendTimeoutSeconds { get; set; } = 30;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // What is wrong with a connection string is not said by quoting it: it holds the password.
        if (Provider is DatabaseProvider.Postgres && !IsConnectionString(ConnectionString))
        {
            yield return new ValidationResult(
                "Persistence:ConnectionString must be PostgreSQL's, as Host=…;Database=…;Username=…;Password=… (environment variable Persistence__ConnectionString).",
                [nameof(ConnectionString)]);
        }
        if (Provider is DatabaseProvider.Sqlite && string.IsNullOrWhiteSpace(Path))
            yield return new ValidationResult("Persistence:Path must name the folder of SQLite's files.", [nameof(Path)]);
    }

    private static bool IsConnectionString(string? text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or DbException)
        {
            return false;
        }
    }
}
