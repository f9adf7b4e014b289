namespace LabelPlatform.TextClassification.Splitting;

/// <summary>What a row of a dataset is for.</summary>
public enum DatasetPart
{
    /// <summary>Weights are fitted to it: seven in ten.</summary>
    Training,

    /// <summary>Thresholds are chosen on it: one in ten.</summary>
    Validation,

    /// <summary>Models are judged by it, and nothing else: two in ten.</summary>
    Test,
}
