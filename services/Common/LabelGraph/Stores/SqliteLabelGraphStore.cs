using System.Data;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>The label graph in one SQLite file. Several processes of one machine may share it.</summary>
public sealed class SqliteLabelGraphStore : ILabelGraphStore, IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS label_graph (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT;
        INSERT OR IGNORE INTO label_graph VALUES (1, 0);
        CREATE TABLE IF NOT EXISTS label (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE IF NOT EXISTS contain (
            parent_id INTEGER NOT NULL REFERENCES label ON DELETE CASCADE,
            child_id INTEGER NOT NULL REFERENCES label ON DELETE CASCADE,
            PRIMARY KEY (child_id, parent_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS contain_parent ON contain (parent_id);
        CREATE TABLE IF NOT EXISTS related (
            label_id INTEGER NOT NULL REFERENCES label ON DELETE CASCADE,
            word TEXT NOT NULL,
            weight REAL NOT NULL CHECK (weight > 0 AND weight <= 1),
            PRIMARY KEY (label_id, word)) STRICT, WITHOUT ROWID;
        """;

    private readonly LabelGraphOptions _options;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _creation = new(1);
    private volatile bool _created;

    /// <summary>A store at the configured path. The file is made when it is first needed.</summary>
    public SqliteLabelGraphStore(IOptions<LabelGraphOptions> options)
    {
        _options = options.Value;
        Location = Path.GetFullPath(_options.Path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Location, ForeignKeys = true, DefaultTimeout = 10 }.ToString();
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    public Task<long> GetVersionAsync(CancellationToken cancellationToken) =>
        RunAsync((connection, _) => VersionOf(connection, null), cancellationToken);

    /// <inheritdoc/>
    public Task<LabelGraphSnapshot> LoadAsync(CancellationToken cancellationToken) => RunAsync(Load, cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(LabelGraphChanges changes, long expectedVersion, CancellationToken cancellationToken) =>
        RunAsync(
            (connection, cancelled) =>
            {
                // Takes the write lock at once: whoever waits here reads the other's version afterwards.
                using var transaction = connection.BeginTransaction(deferred: false);
                var version = VersionOf(connection, transaction);
                if (version != expectedVersion)
                    throw new LabelGraphConflictException(expectedVersion, version);
                new SqliteLabelGraphWrite(connection, transaction, cancelled).Write(changes);
                transaction.Commit();
                return version + 1;
            },
            cancellationToken);

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        _creation.Dispose();
    }

    private LabelGraphSnapshot Load(SqliteConnection connection, CancellationToken cancelled)
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        var version = VersionOf(connection, transaction);
        var builder = new LabelGraphSnapshotBuilder(_options.RootTitles);
        var titles = new Dictionary<long, string>();
        foreach (var row in Read("SELECT id, title FROM label"))
            titles.Add(row.GetInt64(0), builder.AddLabel(row.GetString(1)));
        foreach (var row in Read("SELECT child_id, parent_id FROM contain"))
            builder.AddParent(titles[row.GetInt64(0)], titles[row.GetInt64(1)]);
        foreach (var row in Read("SELECT label_id, word, weight FROM related"))
            builder.AddWord(row.GetString(1), titles[row.GetInt64(0)], row.GetDouble(2));
        return builder.Build(version);

        IEnumerable<SqliteDataReader> Read(string sql)
        {
            using var command = new SqliteCommand(sql, connection, transaction);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancelled.ThrowIfCancellationRequested();
                yield return reader;
            }
        }
    }

    private static long VersionOf(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = new SqliteCommand("SELECT version FROM label_graph", connection, transaction);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>SQLite has no asynchronous calls; the work is done on the thread pool, away from the caller.</summary>
    private async Task<T> RunAsync<T>(Func<SqliteConnection, CancellationToken, T> work, CancellationToken cancellationToken)
    {
        try
        {
            await CreateAsync(cancellationToken);
            return await Task.Run(
                () =>
                {
                    using var connection = Open();
                    return work(connection, cancellationToken);
                },
                cancellationToken);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new LabelGraphStoreException($"The label graph's file {Location} cannot be used: {exception.Message}", exception);
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (_created)
            return;
        await _creation.WaitAsync(cancellationToken);
        try
        {
            if (_created)
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(Location)!);
            using var connection = Open();
            Execute(connection, null, "PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction(deferred: false);
            Execute(connection, transaction, Schema);
            transaction.Commit();
            _created = true;
        }
        finally
        {
            _creation.Release();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        using var command = new SqliteCommand(sql, connection, transaction);
        command.ExecuteNonQuery();
    }
}
