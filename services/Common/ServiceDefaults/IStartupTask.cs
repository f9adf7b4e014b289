namespace LabelPlatform.ServiceDefaults;

/// <summary>What a service does before anything of it starts. Its failure is one line, as that of a wrong setting.</summary>
public interface IStartupTask
{
    /// <summary>Does it.</summary>
    /// <exception cref="InvalidConfigurationException">The service cannot start: what is wrong, and what to do.</exception>
    Task RunAsync(CancellationToken cancellation);
}
