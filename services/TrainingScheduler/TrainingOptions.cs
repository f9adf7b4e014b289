using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.TrainingScheduler;

/// <summary>Where datasets and models are, and how jobs end. Section <c>Training</c>.</summary>
public sealed class TrainingOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Training";

    /// <summary>Folder of the datasets, the same path in every process that mounts it (workers read it).</summary>
    [Required]
    public string DatasetsPath { get; set; } = "data/datasets";

    /// <summary>
    /// Folder of the models and of <c>models.config</c>, the same path in every process that mounts it (workers write to its folder
    /// <c>.staging</c>, model servers and Inference read it).
    /// </summary>
    [Required]
    public string ModelsPath { get; set; } = "data/models";

    /// <summary>
    /// Addresses of the model servers that read <c>models.config</c>. A promotion counts when all of them have the version, and the next one of the
    /// model waits for it. Without any, a promotion counts at once.
    /// </summary>
    public IList<string> ModelServers { get; init; } = [];

    /// <summary>Seconds until a model server that has not loaded a version no longer holds up the model's next promotion.</summary>
    [Range(1, 3600)]
    public int PublishTimeoutSeconds { get; set; } = 60;

    /// <summary>
    /// Seconds between two promotions of a model at least: longer than Inference takes to notice one (<c>Inference:ModelsConfigPollSeconds</c>), which
    /// would otherwise ask for versions that are no longer listed.
    /// </summary>
    [Range(0, 3600)]
    public double PromotionIntervalSeconds { get; set; } = 5;

    /// <summary>By how much a new version's F1 may be below the live one's, on the same test rows, to go live by itself.</summary>
    [Range(0, 1)]
    public double PromotionMargin { get; set; } = 0.01;

    /// <summary>With fewer positives among the test rows a person decides.</summary>
    [Range(0, int.MaxValue)]
    public int MinTestPositives { get; set; } = 30;

    /// <summary>Versions of a model that are kept beside the live one and the one before it.</summary>
    [Range(0, 1000)]
    public int KeepVersions { get; set; } = 5;

    /// <summary>How often a trainer may crash before its job fails. Evictions and lost workers do not count.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Seconds until a job whose trainer crashed is queued again; doubled each time.</summary>
    [Range(0, 3600)]
    public double RetryBackoffSeconds { get; set; } = 5;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => ModelServers
        .Where(server => !Uri.TryCreate(server, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        .Select(server => new ValidationResult($"Training:ModelServers has '{server}', which is no address like http://127.0.0.1:8501."));
}
