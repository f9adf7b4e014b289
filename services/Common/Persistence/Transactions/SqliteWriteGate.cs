using System.Collections.Concurrent;

namespace LabelPlatform.Persistence.Transactions;

/// <summary>
/// The queue for SQLite's one write lock. SQLite itself has no queue: who finds it locked sleeps in its thread and asks again, which keeps
/// the threads that the lock's holder needs. Other processes still meet at SQLite's own lock.
/// </summary>
internal static class SqliteWriteGate
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the write lock of a database.</summary>
    /// <returns>What gives it back.</returns>
    /// <exception cref="TimeoutException">It was not free within 30 s: a transaction waits for another one of its own process.</exception>
    public static async Task<SemaphoreSlim> EnterAsync(string connectionString, CancellationToken cancellation)
    {
        var gate = Gates.GetOrAdd(connectionString, _ => new SemaphoreSlim(1));
        return await gate.WaitAsync(Limit, cancellation)
            ? gate
            : throw new TimeoutException($"The SQLite database was locked for {Limit.TotalSeconds:0} s. Is a transaction begun inside another one?");
    }
}
