using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Api.Labeling;

/// <summary>The labelling of texts over REST. Section <c>Labeling</c>.</summary>
public sealed class LabelingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Labeling";

    /// <summary>Milliseconds within which a request is answered when it does not say.</summary>
    [Range(10, 60_000)]
    public int DefaultDeadlineMs { get; set; } = 2000;

    /// <summary>The longest <c>deadlineMs</c> that a request may ask for.</summary>
    [Range(10, 600_000)]
    public int MaxDeadlineMs { get; set; } = 60_000;

    /// <summary>Texts in a request at most.</summary>
    [Range(1, 100_000)]
    public int MaxTexts { get; set; } = 1000;

    /// <summary>Bytes of a request's body at most.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Whether everything labelled is published as <c>TextsLabeled</c>.</summary>
    public bool PublishEvents { get; set; } = true;

    /// <summary>Whether that event carries the texts.</summary>
    public bool PublishTexts { get; set; }
}
