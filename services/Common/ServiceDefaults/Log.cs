using Microsoft.Extensions.Logging;

namespace LabelPlatform.ServiceDefaults;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "Old message data in {Folder} could not be removed; check the folder's permissions")]
    public static partial void MessageDataNotRemoved(ILogger logger, string folder, Exception exception);
}
