using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;
using Microsoft.Extensions.Options;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>The label graph in Neo4j, in the original's schema, over the HTTP Query API. Graphs that the original wrote are read as they are.</summary>
public sealed class Neo4jLabelGraphStore : ILabelGraphStore, IDisposable
{
    /// <summary>
    /// Keeps other writers out until the transaction ends. The version must be read by a later statement: this one may have read it before it
    /// got the lock.
    /// </summary>
    internal const string Lock = "MERGE (graph:LabelGraph {id: 1}) ON CREATE SET graph.version = 0 SET graph.locked = true";

    private const string Version = "MATCH (graph:LabelGraph) RETURN coalesce(max(graph.version), 0)";
    private const string RaiseVersion = "MATCH (graph:LabelGraph {id: 1}) SET graph.version = graph.version + 1";
    private const int LoadsBesideWriters = 2;

    private readonly Neo4jConnection _connection;
    private readonly Neo4jLabelGraphSchema _schema;
    private readonly Neo4jLabelGraphLoad _load;

    /// <summary>A store in the configured database. Nothing is asked of it yet.</summary>
    public Neo4jLabelGraphStore(IOptions<Neo4jOptions> neo4j, IOptions<LabelGraphOptions> graph)
    {
        _connection = new Neo4jConnection(neo4j.Value);
        _schema = new Neo4jLabelGraphSchema(_connection);
        _load = new Neo4jLabelGraphLoad(_connection, graph.Value);
    }

    /// <inheritdoc/>
    public string Location => _connection.Location;

    /// <inheritdoc/>
    public async Task<long> GetVersionAsync(CancellationToken cancellationToken)
    {
        using var rows = await _connection.RunAsync(Version, null, cancellationToken);
        return rows.Number;
    }

    /// <inheritdoc/>
    public async Task<LabelGraphSnapshot> LoadAsync(CancellationToken cancellationToken)
    {
        // Neo4j reads what is committed at each moment, in one transaction too: what was read counts if nobody wrote in the meantime.
        for (var load = 0; load < LoadsBesideWriters; load++)
        {
            var version = await GetVersionAsync(cancellationToken);
            var snapshot = await _load.RunAsync(version, cancellationToken);
            if (await GetVersionAsync(cancellationToken) == version)
                return snapshot;
        }

        await using var transaction = await _connection.BeginAsync(cancellationToken);
        return await _load.RunAsync(await LockAsync(transaction, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(LabelGraphChanges changes, long expectedVersion, CancellationToken cancellationToken)
    {
        await _schema.EnsureAsync(cancellationToken);
        await using var transaction = await _connection.BeginAsync(cancellationToken);
        var version = await LockAsync(transaction, cancellationToken);
        if (version != expectedVersion)
            throw new LabelGraphConflictException(expectedVersion, version);
        await new Neo4jLabelGraphWrite(transaction).WriteAsync(changes, cancellationToken);
        (await transaction.RunAsync(RaiseVersion, null, cancellationToken)).Dispose();
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _schema.Dispose();
        _connection.Dispose();
    }

    private static async Task<long> LockAsync(Neo4jTransaction transaction, CancellationToken cancellationToken)
    {
        (await transaction.RunAsync(Lock, null, cancellationToken)).Dispose();
        using var rows = await transaction.RunAsync(Version, null, cancellationToken);
        return rows.Number;
    }
}
