using System.Text.Json.Serialization;

namespace LabelPlatform.ModelVersions;

/// <summary>Which words of a text a model sees: the manifest's <c>words</c>.</summary>
public enum WordSource
{
    /// <summary>Those that Preprocess kept, as the original's models were asked.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>The cut by the base dictionary alone, nothing left out: the same in training and in serving.</summary>
    [JsonStringEnumMemberName("base")]
    Base,
}
