using Microsoft.Extensions.Logging;

namespace LabelPlatform.LabelGraph;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Information, "Label graph version {Version}: {Labels} labels, {Words} words")]
    public static partial void Published(ILogger logger, long version, int labels, int words);

    [LoggerMessage(1102, LogLevel.Warning, "The label graph could not be brought up to date; version {Version} goes on being used")]
    public static partial void RefreshFailed(ILogger logger, long? version, Exception exception);
}
