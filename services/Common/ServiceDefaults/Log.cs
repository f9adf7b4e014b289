using Microsoft.Extensions.Logging;

namespace LabelPlatform.ServiceDefaults;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "Old message data in {Folder} could not be removed; check the folder's permissions")]
    public static partial void MessageDataNotRemoved(ILogger logger, string folder, Exception exception);

    [LoggerMessage(1002, LogLevel.Warning, "RabbitMQ at {Host}:{Port} cannot be reached ({Problem}); it is waited for")]
    public static partial void BrokerAway(ILogger logger, string host, int port, string problem);

    [LoggerMessage(1003, LogLevel.Information, "RabbitMQ at {Host}:{Port} can be reached")]
    public static partial void BrokerBack(ILogger logger, string host, int port);
}
