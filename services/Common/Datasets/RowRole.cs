namespace LabelPlatform.Datasets;

/// <summary>What a row is to a label.</summary>
public enum RowRole
{
    /// <summary>It has the label, or one below it.</summary>
    Positive,

    /// <summary>It has other labels, or none.</summary>
    Negative,

    /// <summary>It says nothing: it has only a label above, or comes from a source that never uses this one.</summary>
    LeftOut,
}
