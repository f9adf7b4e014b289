namespace LabelPlatform.TextClassification.Linear;

/// <summary>Which features of the training texts become ids.</summary>
public sealed record FeatureTableOptions
{
    /// <summary>Texts that a feature must be in. Rarer ones are hardly ever met again.</summary>
    public int MinDocuments { get; init; } = 3;

    /// <summary>At most so many, the most frequent. A model's served table has 8 bytes for each: 250,000 are 2 MB.</summary>
    public int MaxFeatures { get; init; } = 250_000;
}
