using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Api.Graph;

/// <summary>The label graph over REST. Section <c>LabelGraphApi</c>.</summary>
public sealed class LabelGraphApiOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "LabelGraphApi";

    /// <summary>Bytes of an import at most; 500,000 words are about 15 million.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxImportBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Seconds within which GraphMatch must have read or edited.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Seconds within which GraphMatch must have imported or exported.</summary>
    [Range(1, 3600)]
    public int ImportTimeoutSeconds { get; set; } = 300;
}
