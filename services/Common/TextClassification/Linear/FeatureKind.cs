namespace LabelPlatform.TextClassification.Linear;

/// <summary>What a feature is. The same characters as an n-gram and as a word are two features: one says that they occur, one how they are cut.</summary>
public enum FeatureKind
{
    /// <summary>One or two neighbouring code points.</summary>
    Ngram,

    /// <summary>A word as the base dictionary cuts it, of any length.</summary>
    Word,
}
