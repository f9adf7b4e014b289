namespace LabelPlatform.Contracts.Training;

/// <summary>All jobs of a run have ended.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State"><c>completed</c> or <c>cancelled</c>.</param>
/// <param name="Succeeded">Jobs that left a version.</param>
/// <param name="Failed">Jobs that could not.</param>
/// <param name="Cancelled">Jobs that were cancelled.</param>
public sealed record TrainingRunCompleted(Guid RunId, string State, int Succeeded, int Failed, int Cancelled);
