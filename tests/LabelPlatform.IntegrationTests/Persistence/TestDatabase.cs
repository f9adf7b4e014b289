using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.Persistence;
using Npgsql;

namespace LabelPlatform.IntegrationTests.Persistence;

/// <summary>A database of a test's own: a schema, or a file.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgreSqlAddress? _postgreSql;
    private readonly TemporaryFolder _folder = new();

    private TestDatabase(PostgreSqlAddress? postgreSql) => _postgreSql = postgreSql;

    public string Name { get; } = $"test_{Guid.NewGuid():N}";

    public DatabaseProvider Provider => _postgreSql is null ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres;

    /// <summary>The settings that point a service to it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Persistence:Provider"] = Provider.ToString(),
        ["Persistence:ConnectionString"] = _postgreSql?.ConnectionString,
        ["Persistence:Path"] = _folder.Path,
        // Tests do not wait for what comes by the second.
        ["Persistence:SweepSeconds"] = "0.1",
    };

    public static async Task<TestDatabase> CreateAsync(TestEnvironment environment, DatabaseProvider provider) =>
        new(provider is DatabaseProvider.Postgres ? await environment.PostgreSqlAsync() : null);

    /// <summary>One in a server that may be away.</summary>
    public static TestDatabase In(PostgreSqlAddress postgreSql) => new(postgreSql);

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (_postgreSql is null)
            return;
        try
        {
            await using var connection = new NpgsqlConnection(_postgreSql.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP SCHEMA IF EXISTS {Name} CASCADE";
            await command.ExecuteNonQueryAsync();
            // Every test has its own pool, and the server would run out of connections.
            NpgsqlConnection.ClearAllPools();
        }
        catch (NpgsqlException)
        {
            // The test was about a server that is away.
        }
    }
}
