namespace LabelPlatform.Contracts.Training;

/// <summary>There is no such job.</summary>
/// <param name="JobId">The id asked for.</param>
public sealed record TrainingJobNotFound(Guid JobId);
