using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.Persistence;

/// <summary>
/// The one clock that all instances of a service share: PostgreSQL's. SQLite's users share their machine's. A test's <see cref="TimeProvider"/>
/// (any but the system's) goes before both.
/// </summary>
public sealed class DatabaseClock(TimeProvider time)
{
    /// <summary>The time now (UTC), also inside a transaction.</summary>
    public async Task<DateTime> GetUtcNowAsync(DbContext db, CancellationToken cancellation = default) =>
        ReferenceEquals(time, TimeProvider.System) && db.Database.IsNpgsql()
            ? await db.Database.SqlQueryRaw<DateTime>("SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellation)
            : time.GetUtcNow().UtcDateTime;
}
