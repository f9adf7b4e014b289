namespace LabelPlatform.LabelGraph.Stores;

/// <summary>A transaction over several statements; rolled back unless it is committed.</summary>
internal sealed class Neo4jTransaction(Neo4jConnection connection, string id) : IAsyncDisposable
{
    private static readonly TimeSpan RollbackPatience = TimeSpan.FromSeconds(5);

    private bool _ended;

    /// <summary>Runs a statement.</summary>
    public async Task<Neo4jRows> RunAsync(string statement, object? parameters, CancellationToken cancellationToken) =>
        new(await connection.SendAsync(HttpMethod.Post, $"v2/tx/{id}", new { statement, parameters }, cancellationToken));

    /// <summary>Commits; once sent it is not called off.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ended = true;
        // Without a body, an empty one, Neo4j answers 500 and goes on holding its locks.
        (await connection.SendAsync(HttpMethod.Post, $"v2/tx/{id}/commit", new { }, CancellationToken.None)).Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        using var patience = new CancellationTokenSource(RollbackPatience);
        try
        {
            (await connection.SendAsync(HttpMethod.Delete, $"v2/tx/{id}", null, patience.Token)).Dispose();
        }
        catch (Exception exception) when (exception is LabelGraphStoreException or OperationCanceledException)
        {
            // A statement that failed has ended it already; otherwise the server ends it when nothing is heard for a minute.
        }
    }
}
