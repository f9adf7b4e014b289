namespace LabelPlatform.AllInOne;

internal static partial class Log
{
    [LoggerMessage(1701, LogLevel.Information, "Imported the sample graph: {Labels} labels, {Words} words")]
    public static partial void SampleGraphImported(ILogger logger, int labels, int words);

    [LoggerMessage(1702, LogLevel.Information, "Models are served on {Url}")]
    public static partial void ModelsServed(ILogger logger, string url);
}
