using LabelPlatform.Trainer.Processes;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Memory of the whole machine: <c>/proc/meminfo</c>.</summary>
internal sealed class MachineMemory(string path = "/proc/meminfo") : IMemorySource
{
    public long Limit { get; } = Field(File.ReadAllText(path), "MemTotal:");

    public long ReadUsed() => ParseUsed(File.ReadAllText(path));

    internal static long ParseUsed(string meminfo) => Field(meminfo, "MemTotal:") - Field(meminfo, "MemAvailable:");

    private static long Field(string meminfo, string name) =>
        1024 * (ProcFields.Find(meminfo, name) ?? throw new FormatException($"/proc/meminfo has no {name}"));
}
