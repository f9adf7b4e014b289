namespace LabelPlatform.Contracts.Training;

/// <summary>A job that waits.</summary>
/// <param name="Position">Its place in the queue, from 1.</param>
/// <param name="JobId">Its id.</param>
/// <param name="RunId">Its run.</param>
/// <param name="Label">The label that is to be trained.</param>
/// <param name="Model">Name of its model.</param>
/// <param name="Priority">Jobs with a higher one go first.</param>
/// <param name="QueuedAt">Since when it waits (UTC).</param>
/// <param name="Reason">Why it waits, with figures, for people.</param>
/// <param name="EstimatedCores">How many cores it is expected to take.</param>
/// <param name="EstimatedMemoryBytes">How much memory it is expected to take.</param>
/// <param name="EstimatedWaitSeconds">Until it starts, from past runs; null when there are none.</param>
public sealed record QueuedTraining(
    int Position,
    Guid JobId,
    Guid RunId,
    string Label,
    string Model,
    int Priority,
    DateTime QueuedAt,
    string Reason,
    double EstimatedCores,
    long EstimatedMemoryBytes,
    double? EstimatedWaitSeconds);
