namespace LabelPlatform.ModelServer;

internal static partial class Log
{
    [LoggerMessage(1801, LogLevel.Information, "Model {Model} version {Version} is available")]
    public static partial void VersionLoaded(ILogger logger, string model, long version);

    [LoggerMessage(1802, LogLevel.Error, "Model {Model} version {Version} could not be loaded: {Reason}")]
    public static partial void VersionNotLoaded(ILogger logger, string model, long version, string reason);

    [LoggerMessage(1803, LogLevel.Warning, "Model {Model} version {Version} could not be loaded; it is tried again in {Interval}: {Reason}")]
    public static partial void VersionTriedAgain(ILogger logger, string model, long version, TimeSpan interval, string reason);

    [LoggerMessage(1804, LogLevel.Information, "Model {Model} version {Version} is unloaded")]
    public static partial void VersionUnloaded(ILogger logger, string model, long version);

    [LoggerMessage(1805, LogLevel.Warning, "Folder of model {Model}: {Problem}")]
    public static partial void FolderProblem(ILogger logger, string model, string problem);

    [LoggerMessage(1806, LogLevel.Information, "{Models} models are configured")]
    public static partial void Configured(ILogger logger, int models);

    [LoggerMessage(1807, LogLevel.Error, "The old configuration of the models stays in force: {Problem}")]
    public static partial void ConfigurationKept(ILogger logger, string problem);

    [LoggerMessage(1808, LogLevel.Warning, "Request to assign label {Label} to version {Version} of model {Model}, which is not currently available for inference; it is assigned as soon as it is")]
    public static partial void LabelRefused(ILogger logger, string label, long version, string model);

    [LoggerMessage(1809, LogLevel.Error, "Looking for changes of the models failed; it is tried again")]
    public static partial void RefreshFailed(ILogger logger, Exception exception);

    [LoggerMessage(1810, LogLevel.Information, "Flags of TensorFlow Serving that have no effect here: {Flags}")]
    public static partial void FlagsWithoutEffect(ILogger logger, string flags);

    [LoggerMessage(1811, LogLevel.Error, "{Target} failed unexpectedly")]
    public static partial void RequestFailed(ILogger logger, string target, Exception exception);

    [LoggerMessage(1812, LogLevel.Debug, "The client of {Target} is gone")]
    public static partial void ClientGone(ILogger logger, string target, Exception exception);
}
