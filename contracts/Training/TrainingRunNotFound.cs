namespace LabelPlatform.Contracts.Training;

/// <summary>There is no such run.</summary>
/// <param name="RunId">The id asked for.</param>
public sealed record TrainingRunNotFound(Guid RunId);
