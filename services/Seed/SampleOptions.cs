using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Seed;

/// <summary>The sample that a new platform starts with. Section <c>Sample</c>.</summary>
public sealed class SampleOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Sample";

    /// <summary>Whether AllInOne has the sample graph's models trained when there is no model and no training run yet.</summary>
    public bool TrainModels { get; set; } = true;

    /// <summary>Seconds that GraphMatch and TrainingScheduler have for an answer; each is asked up to five times.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;
}
