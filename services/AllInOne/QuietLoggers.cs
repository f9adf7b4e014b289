using Microsoft.Extensions.Logging.Abstractions;

namespace LabelPlatform.AllInOne;

/// <summary>The loggers of this process for a host within it, but for the one that says where a host listens: that would be a second answer.</summary>
internal sealed class QuietLoggers(ILoggerFactory loggers) : ILoggerFactory
{
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    public ILogger CreateLogger(string categoryName) => categoryName == Lifetime ? NullLogger.Instance : loggers.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

    public void Dispose()
    {
        // They belong to the process.
    }
}
