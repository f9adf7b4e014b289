using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.AllInOne;

/// <summary>The sample that a new platform starts with. Section <c>Sample</c>.</summary>
public sealed class SampleOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Sample";

    /// <summary>Whether the sample graph's models are trained when there is no model and no training run yet.</summary>
    public bool TrainModels { get; set; } = true;

    /// <summary>Seconds that TrainingScheduler has for an answer; it is asked again a few times.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;
}
