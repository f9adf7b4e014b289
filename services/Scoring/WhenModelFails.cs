namespace LabelPlatform.Scoring;

/// <summary>What an ambiguous word contributes to a label whose model did not answer.</summary>
public enum WhenModelFails
{
    /// <summary>The weight of its relation in the label graph.</summary>
    KeepGraphWeight,

    /// <summary>Nothing, as the original did.</summary>
    Drop,
}
