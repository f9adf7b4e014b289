using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Preprocess;

/// <summary>How texts become words. Section <c>Preprocess</c>.</summary>
public sealed class PreprocessOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Preprocess";

    /// <summary>Code points of a text that are looked at; models are trained on the same number.</summary>
    [Range(1, 100_000)]
    public int MaxLength { get; set; } = 200;

    /// <summary>Code points of a text whose whole segmentation may be asked for.</summary>
    [Range(1, 1_000_000)]
    public int MaxWholeLength { get; set; } = 20_000;

    /// <summary>A file of stop words, UTF-8, one a line, instead of the built-in list.</summary>
    public string? StopWordsPath { get; set; }
}
