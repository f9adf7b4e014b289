namespace LabelPlatform.Api;

internal static partial class Log
{
    [LoggerMessage(1601, LogLevel.Warning, "{Stage} failed on a text with {Exception}; the other texts of its message were answered")]
    public static partial void ItemFailed(ILogger logger, string stage, string exception);

    [LoggerMessage(1602, LogLevel.Warning, "An event TextsLabeled could not be published")]
    public static partial void EventNotPublished(ILogger logger, Exception exception);

    [LoggerMessage(1603, LogLevel.Warning, "{Count} events TextsLabeled were dropped because the broker did not take them in time")]
    public static partial void EventsDropped(ILogger logger, long count);

    [LoggerMessage(1604, LogLevel.Warning, "Refused a request: {Reason}")]
    public static partial void StageUnavailable(ILogger logger, string reason);

    [LoggerMessage(1605, LogLevel.Debug, "The first request was not sent; whoever sends it waits a little longer")]
    public static partial void NotWarmedUp(ILogger logger, Exception exception);
}
