using Microsoft.Extensions.Configuration;

namespace LabelPlatform.ServiceDefaults.Telemetry;

/// <summary>What is logged unless a service's settings, or the environment, say otherwise.</summary>
internal static class LogLevels
{
    // The frameworks tell of every request and statement at Information; words and labels are in the addresses.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
    };

    public static void AddLogLevels(this IConfigurationManager configuration) => configuration.AddDefaults(Defaults);
}
