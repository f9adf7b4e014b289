namespace LabelPlatform.Seed;

internal static partial class Log
{
    [LoggerMessage(2201, LogLevel.Information, "Imported the sample graph: {Labels} labels, {Words} words")]
    public static partial void GraphImported(ILogger logger, int labels, int words);

    [LoggerMessage(2202, LogLevel.Information, "The graph is not the sample's ({Labels} labels, {Words} words): nothing is done")]
    public static partial void GraphIsAnother(ILogger logger, int labels, int words);

    [LoggerMessage(2203, LogLevel.Information, "The models of {Labels} labels are being trained, by run {RunId}; they go live by themselves")]
    public static partial void TrainingRequested(ILogger logger, int labels, Guid runId);

    [LoggerMessage(2204, LogLevel.Information, "There are models or training runs already: nothing is trained")]
    public static partial void AlreadyTrained(ILogger logger);

    [LoggerMessage(2205, LogLevel.Error, "The platform has no sample: {Reason} Start this again when that is mended; what is in already stays")]
    public static partial void NotSeeded(ILogger logger, string reason);
}
