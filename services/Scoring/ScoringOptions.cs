using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Scoring;

/// <summary>How evidence becomes a score. Section <c>Scoring</c>.</summary>
public sealed class ScoringOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Scoring";

    /// <summary>What an ambiguous word contributes to a label whose model did not answer.</summary>
    [EnumDataType(typeof(WhenModelFails))]
    public WhenModelFails WhenModelFails { get; set; } = WhenModelFails.KeepGraphWeight;
}
