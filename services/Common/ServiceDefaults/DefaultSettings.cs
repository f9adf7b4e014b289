using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace LabelPlatform.ServiceDefaults;

/// <summary>Settings that a program brings itself.</summary>
public static class DefaultSettings
{
    /// <summary>Adds settings that hold unless any other source says otherwise.</summary>
    public static void AddDefaults(this IConfigurationManager configuration, Dictionary<string, string?> settings) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });
}
