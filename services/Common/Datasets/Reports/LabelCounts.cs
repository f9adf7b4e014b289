namespace LabelPlatform.Datasets.Reports;

/// <summary>How many rows carry a label, by what they are for.</summary>
public sealed record LabelCounts(string Label, int Training, int Validation, int Test)
{
    /// <summary>All of them.</summary>
    public int Total => Training + Validation + Test;
}
