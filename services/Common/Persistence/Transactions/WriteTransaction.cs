using Microsoft.EntityFrameworkCore.Storage;

namespace LabelPlatform.Persistence.Transactions;

/// <summary>A transaction that writes. What is not committed when it is disposed of is rolled back.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly SemaphoreSlim? _gate;

    internal WriteTransaction(IDbContextTransaction transaction, SemaphoreSlim? gate)
    {
        _transaction = transaction;
        _gate = gate;
    }

    /// <summary>Makes all of it lasting and visible.</summary>
    public Task CommitAsync(CancellationToken cancellation = default) => _transaction.CommitAsync(cancellation);

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _gate?.Release();
        }
    }
}
