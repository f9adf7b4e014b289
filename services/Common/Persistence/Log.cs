using Microsoft.Extensions.Logging;

namespace LabelPlatform.Persistence;

internal static partial class Log
{
    [LoggerMessage(1900, LogLevel.Warning, "Messages sent while {MessageId} was handled are not delivered yet; the delivery service tries again")]
    public static partial void NotDelivered(ILogger logger, Guid messageId, Exception exception);

    [LoggerMessage(1901, LogLevel.Warning, "A round failed; the next one follows")]
    public static partial void RoundFailed(ILogger logger, Exception exception);

    [LoggerMessage(1902, LogLevel.Warning, "What is due for {Entity} could not be published; it is due again later")]
    public static partial void DueNotPublished(ILogger logger, string entity, Exception exception);

    [LoggerMessage(1903, LogLevel.Information, "Applied migration {Migration} to database {Database}")]
    public static partial void MigrationApplied(ILogger logger, string migration, string database);

    [LoggerMessage(1904, LogLevel.Warning, "Database {Database} does not answer yet: {Reason}")]
    public static partial void DatabaseAway(ILogger logger, string database, string reason);
}
