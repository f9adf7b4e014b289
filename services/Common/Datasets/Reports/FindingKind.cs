namespace LabelPlatform.Datasets.Reports;

/// <summary>What can be the matter with a dataset that is well written.</summary>
public enum FindingKind
{
    /// <summary>The same text with the same labels, more than once.</summary>
    Duplicate,

    /// <summary>The same text with different labels.</summary>
    Conflict,

    /// <summary>Nearly the same text in training and in test: the test is easier than the world.</summary>
    NearDuplicate,

    /// <summary>A text too short to say anything.</summary>
    TooShort,

    /// <summary>A text longer than what the models look at.</summary>
    TooLong,

    /// <summary>A label with few rows.</summary>
    FewRows,

    /// <summary>A character or word that alone tells a label and should not: models would learn it instead of the label.</summary>
    Leak,
}
