namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>The words for what is decided about workers.</summary>
internal static class AdmissionDecisions
{
    public const string Admitted = "admitted";
    public const string Opened = "opened";
    public const string Held = "held";
    public const string Evicted = "evicted";
    public const string Offline = "offline";
}
