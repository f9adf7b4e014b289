using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Persistence.Migrations;

/// <summary>Compares what a database has with what this version of a service brings.</summary>
internal static class MigrationPlan
{
    /// <summary>What is left to apply.</summary>
    /// <param name="database">The database's name, for the message.</param>
    /// <param name="known">The service's migrations, in order.</param>
    /// <param name="applied">Those that the database has.</param>
    /// <exception cref="InvalidConfigurationException">The database has one that was changed since, or that is not there.</exception>
    public static IReadOnlyList<Migration> Pending(string database, IReadOnlyList<Migration> known, IReadOnlyList<AppliedMigration> applied)
    {
        var byNumber = known.ToDictionary(migration => (migration.Source, migration.Number));
        foreach (var migration in applied)
        {
            if (!byNumber.Remove((migration.Source, migration.Number), out var file))
            {
                throw new InvalidConfigurationException(
                    $"Database {database} has migration {migration}, which this version does not have: start the version that applied it, or a newer one.");
            }
            if (file.Checksum != migration.Checksum)
            {
                throw new InvalidConfigurationException(
                    $"Migration {migration} was changed after it was applied to database {database}: restore the file, and put the change into a new migration.");
            }
        }
        return [.. known.Where(migration => byNumber.ContainsKey((migration.Source, migration.Number)))];
    }
}
