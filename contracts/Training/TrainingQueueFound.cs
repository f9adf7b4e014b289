namespace LabelPlatform.Contracts.Training;

/// <summary>What waits for a worker.</summary>
/// <param name="Jobs">In the order in which workers look at them.</param>
public sealed record TrainingQueueFound(IReadOnlyList<QueuedTraining> Jobs);
