namespace LabelPlatform.ModelsConfig;

/// <summary>One <c>config</c> of a <c>models.config</c>.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="BasePath">The folder of its versions.</param>
/// <param name="VersionPolicy">Which of the versions are wanted.</param>
public sealed record ConfiguredModel(string Name, string BasePath, VersionPolicy VersionPolicy)
{
    /// <summary>Versions by the name that requests may use instead of the number.</summary>
    public IReadOnlyDictionary<string, long> VersionLabels { get; init; } = new Dictionary<string, long>();
}
