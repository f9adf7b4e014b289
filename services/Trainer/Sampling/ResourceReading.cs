namespace LabelPlatform.Trainer.Sampling;

/// <summary>What was measured at one moment.</summary>
/// <param name="At">When, by a clock that nobody sets.</param>
/// <param name="CpuSeconds">Processor time of everything until then.</param>
/// <param name="MemoryBytes">Memory of everything.</param>
/// <param name="OwnCpuSeconds">The part of it that the trainers used.</param>
/// <param name="OwnMemoryBytes">The part of it that the trainers have.</param>
internal sealed record ResourceReading(TimeSpan At, double CpuSeconds, long MemoryBytes, double OwnCpuSeconds, long OwnMemoryBytes);
