namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>What figures allow.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, with the figures.</param>
internal readonly record struct AdmissionVerdict(AdmissionVerdictKind Kind, string Reason);
