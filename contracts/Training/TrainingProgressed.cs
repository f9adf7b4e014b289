namespace LabelPlatform.Contracts.Training;

/// <summary>A trainer goes on.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Stage">What it does.</param>
/// <param name="Fraction">How much is done, 0 to 1.</param>
/// <param name="Point">The newest point of its curve, if there is a new one.</param>
public sealed record TrainingProgressed(Guid JobId, long Token, string Stage, double Fraction, TrainingCurvePoint? Point = null);
