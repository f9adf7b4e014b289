namespace LabelPlatform.AllInOne;

internal static partial class Log
{
    [LoggerMessage(1701, LogLevel.Information, "Imported the sample graph: {Labels} labels, {Words} words")]
    public static partial void SampleGraphImported(ILogger logger, int labels, int words);

    [LoggerMessage(1702, LogLevel.Information, "Models are served on {Url}")]
    public static partial void ModelsServed(ILogger logger, string url);

    [LoggerMessage(1703, LogLevel.Information, "Training the models of {Labels} labels on the sample data; until they are live, labels keep the graph's weights")]
    public static partial void SampleTrainingBegun(ILogger logger, int labels);

    [LoggerMessage(1704, LogLevel.Information, "Model {Model} ({Label}) is live: F1 {F1:0.00}, judged by {Positives} test texts with the label")]
    public static partial void SampleModelLive(ILogger logger, string model, string label, double f1, int positives);

    [LoggerMessage(1705, LogLevel.Warning, "Model {Model} ({Label}) is not live: {Reason}")]
    public static partial void SampleModelNotLive(ILogger logger, string model, string label, string reason);

    [LoggerMessage(1706, LogLevel.Information, "The sample's models are trained: {Live} of {Models} are live, after {Seconds:0} s")]
    public static partial void SampleTrainingEnded(ILogger logger, int live, int models, double seconds);

    [LoggerMessage(1707, LogLevel.Warning, "The sample's models are not trained: {Reason}")]
    public static partial void SampleModelsNotTrained(ILogger logger, string reason);

    [LoggerMessage(1708, LogLevel.Error, "The training of the sample's models broke off")]
    public static partial void SampleModelTrainingFailed(ILogger logger, Exception exception);
}
