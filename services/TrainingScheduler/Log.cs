namespace LabelPlatform.TrainingScheduler;

internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Information, "Worker {Worker} {Decision} with {RunningJobs} jobs: {Reason}")]
    public static partial void Decided(ILogger logger, string worker, string decision, int runningJobs, string reason);

    [LoggerMessage(2101, LogLevel.Information, "Registered dataset {Dataset}: {Rows} rows, {Findings} findings")]
    public static partial void DatasetRegistered(ILogger logger, string dataset, int rows, int findings);

    [LoggerMessage(2102, LogLevel.Information, "Run {RunId} queued {Jobs} jobs")]
    public static partial void RunQueued(ILogger logger, Guid runId, int jobs);

    [LoggerMessage(2103, LogLevel.Information, "Model {Model}: version {Version} is in models.config, wanted by {By}")]
    public static partial void VersionPublished(ILogger logger, string model, long version, string? by);

    [LoggerMessage(2104, LogLevel.Information, "Model {Model}: version {Version} is live on all model servers")]
    public static partial void VersionLive(ILogger logger, string model, long version);

    [LoggerMessage(2105, LogLevel.Warning, "Model {Model}: version {Version} is not live: {Problem}")]
    public static partial void VersionNotLive(ILogger logger, string model, long version, string? problem);

    [LoggerMessage(2106, LogLevel.Warning, "models.config cannot be read and is kept as {Copy}; it is written anew: {Reason}")]
    public static partial void ModelsConfigDamaged(ILogger logger, string copy, string reason);

    [LoggerMessage(2107, LogLevel.Warning, "The folder {Folder} could not be removed; it is tried again")]
    public static partial void FolderNotRemoved(ILogger logger, string folder, Exception exception);
}
