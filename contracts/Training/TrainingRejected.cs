namespace LabelPlatform.Contracts.Training;

/// <summary>The run was not begun.</summary>
/// <param name="Reason">Why, and what to do, for people.</param>
/// <param name="Field">The field of the request concerned, or null.</param>
public sealed record TrainingRejected(string Reason, string? Field = null);
