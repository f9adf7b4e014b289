using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Inference;

/// <summary>
/// When a model that keeps failing on a server is left alone, so that its calls neither wait for it nor load it further.
/// </summary>
public sealed class CircuitBreakerOptions
{
    /// <summary>Share of failed calls from which on it opens.</summary>
    [Range(0.01, 1)]
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>Calls within <see cref="SamplingSeconds"/> before it may open.</summary>
    [Range(2, 100_000)]
    public int MinimumCalls { get; set; } = 5;

    /// <summary>Seconds over which calls are counted.</summary>
    [Range(0.5, 3600)]
    public double SamplingSeconds { get; set; } = 10;

    /// <summary>Seconds that it stays open before one call may try again.</summary>
    [Range(0.5, 3600)]
    public double BreakSeconds { get; set; } = 5;
}
