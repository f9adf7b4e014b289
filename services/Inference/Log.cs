namespace LabelPlatform.Inference;

internal static partial class Log
{
    [LoggerMessage(1401, LogLevel.Information, "{Labels} labels have a model or a sub-service")]
    public static partial void CatalogLoaded(ILogger logger, int labels);

    [LoggerMessage(1402, LogLevel.Warning, "Model refused: {Problem}")]
    public static partial void ModelRefused(ILogger logger, string problem);

    [LoggerMessage(1403, LogLevel.Error, "The model catalogue stays as it was: {Problem}")]
    public static partial void CatalogNotLoaded(ILogger logger, string problem);

    [LoggerMessage(1404, LogLevel.Error, "Looking for changes of the model catalogue failed; it is tried again")]
    public static partial void RefreshFailed(ILogger logger, Exception exception);

    [LoggerMessage(1405, LogLevel.Debug, "Model {Model} version {Version} at {Address}: {Reason}")]
    public static partial void CallFailed(ILogger logger, string model, long version, string address, string reason);

    [LoggerMessage(1406, LogLevel.Warning, "Model {Model} at {Address} is left alone for {Pause} after repeated failures, the last: {Reason}")]
    public static partial void CircuitOpened(ILogger logger, string model, string address, TimeSpan pause, string? reason);

    [LoggerMessage(1407, LogLevel.Information, "Model {Model} at {Address} answers again")]
    public static partial void CircuitClosed(ILogger logger, string model, string address);

    [LoggerMessage(1408, LogLevel.Error, "Asking the model {Model} failed unexpectedly")]
    public static partial void AskingFailed(ILogger logger, string model, Exception exception);
}
