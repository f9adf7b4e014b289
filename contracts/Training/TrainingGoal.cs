namespace LabelPlatform.Contracts.Training;

/// <summary>What the threshold is chosen for, on the validation rows.</summary>
public enum TrainingGoal
{
    /// <summary>The best F1.</summary>
    F1,

    /// <summary>At least a certain precision, and the best recall with it.</summary>
    Precision,

    /// <summary>At least a certain recall.</summary>
    Recall,
}
