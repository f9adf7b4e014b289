namespace LabelPlatform.Trainer;

internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "Worker {Name} ({WorkerId}) offers {Cores} cores and {MemoryBytes} bytes of memory")]
    public static partial void WorkerReady(ILogger logger, string name, Guid workerId, double cores, long memoryBytes);

    [LoggerMessage(2001, LogLevel.Information, "Job {JobId} (token {Token}) trains {Model} version {Version} by the profile {Profile}")]
    public static partial void JobStarted(ILogger logger, Guid jobId, long token, string model, long version, string profile);

    [LoggerMessage(2002, LogLevel.Information, "Job {JobId} (token {Token}) has left a version")]
    public static partial void JobSucceeded(ILogger logger, Guid jobId, long token);

    [LoggerMessage(2003, LogLevel.Warning, "Job {JobId} (token {Token}) failed: {Reason}")]
    public static partial void JobFailed(ILogger logger, Guid jobId, long token, string reason);

    [LoggerMessage(2004, LogLevel.Information, "Job {JobId} (token {Token}) is stopped: {Reason}")]
    public static partial void JobStopped(ILogger logger, Guid jobId, long token, string reason);

    [LoggerMessage(2005, LogLevel.Warning, "Job {JobId} (token {Token}) should be here, but is not")]
    public static partial void JobLost(ILogger logger, Guid jobId, long token);

    [LoggerMessage(2006, LogLevel.Warning, "{Message} could not be published; an outcome is published again when the scheduler asks for it")]
    public static partial void ReportNotPublished(ILogger logger, string message, Exception exception);

    [LoggerMessage(2007, LogLevel.Warning, "Samples cannot be published; the scheduler takes this worker for offline until they can")]
    public static partial void SamplesNotPublished(ILogger logger, Exception exception);

    [LoggerMessage(2008, LogLevel.Warning, "CPU and memory could not be measured; it is tried again")]
    public static partial void NotMeasured(ILogger logger, Exception exception);

    [LoggerMessage(2009, LogLevel.Warning, "There is no /proc on this system: the worker cannot measure CPU and memory, and takes no jobs")]
    public static partial void CannotMeasure(ILogger logger);

    [LoggerMessage(2010, LogLevel.Error, "Job {JobId} (token {Token}) failed unexpectedly")]
    public static partial void JobBroke(ILogger logger, Guid jobId, long token, Exception exception);
}
