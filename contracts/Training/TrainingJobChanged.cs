namespace LabelPlatform.Contracts.Training;

/// <summary>Published when a job changes or goes on; every replica that shows progress hears it.</summary>
/// <param name="Job">The job as it is now, without its curve.</param>
/// <param name="Point">The newest point of its curve, if that is what changed.</param>
public sealed record TrainingJobChanged(TrainingJobDetails Job, TrainingCurvePoint? Point = null);
