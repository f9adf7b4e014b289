using System.Text.Json;

namespace LabelPlatform.ModelVersions;

/// <summary>What <c>model.json</c> says of one version of a model, as far as asking it needs it. Other members are ignored.</summary>
public sealed record ModelManifest
{
    /// <summary>The label that it decides.</summary>
    public required string Label { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>The version, the name of the artifact's folder.</summary>
    public required long Version { get; init; }

    /// <summary>Kind of the network: <c>linear</c> or <c>embedding</c>.</summary>
    public required string Network { get; init; }

    /// <summary>Which words it sees.</summary>
    public required WordSource Words { get; init; }

    /// <summary>The measures of its features; their members depend on the network.</summary>
    public required JsonElement Features { get; init; }

    /// <summary>From this probability on it accepts its label.</summary>
    public double Threshold { get; init; } = 0.5;
}
