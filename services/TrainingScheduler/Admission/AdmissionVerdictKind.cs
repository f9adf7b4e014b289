namespace LabelPlatform.TrainingScheduler.Admission;

internal enum AdmissionVerdictKind
{
    /// <summary>Another job that fits.</summary>
    Admit,

    /// <summary>No other job now.</summary>
    Hold,

    /// <summary>One job less.</summary>
    Evict,
}
