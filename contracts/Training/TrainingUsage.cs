namespace LabelPlatform.Contracts.Training;

/// <summary>What a trainer used.</summary>
/// <param name="Cores">Cores, in its busiest window.</param>
/// <param name="MemoryBytes">Memory, at its peak.</param>
/// <param name="Seconds">Time since it was started.</param>
public sealed record TrainingUsage(double Cores, long MemoryBytes, double Seconds);
