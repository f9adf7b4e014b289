namespace LabelPlatform.Contracts.Training;

/// <summary>What a machine (or cgroup) used in the mean over a time.</summary>
/// <param name="Seconds">The time.</param>
/// <param name="CpuPercent">Processor time of everything, of all cores, 0 to 100.</param>
/// <param name="MemoryPercent">Memory of everything at the end, of the limit, 0 to 100.</param>
/// <param name="OwnCpuPercent">The part of it that the worker's trainers used.</param>
/// <param name="OwnMemoryPercent">The part of it that the worker's trainers used.</param>
public sealed record ResourceWindow(double Seconds, double CpuPercent, double MemoryPercent, double OwnCpuPercent, double OwnMemoryPercent);
