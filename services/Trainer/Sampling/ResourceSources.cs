namespace LabelPlatform.Trainer.Sampling;

/// <summary>Where the figures come from: whatever limits this process most, the machine or one of the cgroups that it is in.</summary>
internal sealed record ResourceSources(ICpuSource Cpu, IMemorySource Memory)
{
    public static ResourceSources Find(string proc = "/proc", string cgroups = "/sys/fs/cgroup")
    {
        var self = File.Exists(Path.Combine(proc, "self", "cgroup")) ? File.ReadAllText(Path.Combine(proc, "self", "cgroup")) : "";
        ICpuSource[] cpus = [new MachineCpu(Path.Combine(proc, "stat")), .. Cpus2(self, cgroups), .. Cpus1(self, cgroups)];
        IMemorySource[] memories = [new MachineMemory(Path.Combine(proc, "meminfo")), .. Memories2(self, cgroups), .. Memories1(self, cgroups)];
        return new ResourceSources(cpus.MinBy(cpu => cpu.Cores)!, memories.MinBy(memory => memory.Limit)!);
    }

    private static IEnumerable<ICpuSource> Cpus2(string self, string mount) => Folders(self, mount, "").Select(CgroupCpu.Find2).OfType<ICpuSource>();

    private static IEnumerable<ICpuSource> Cpus1(string self, string mount) =>
        Folders(self, Path.Combine(mount, "cpu"), "cpu").Zip(Folders(self, Path.Combine(mount, "cpuacct"), "cpuacct"), CgroupCpu.Find1).OfType<ICpuSource>();

    private static IEnumerable<IMemorySource> Memories2(string self, string mount) => Folders(self, mount, "").Select(CgroupMemory.Find2).OfType<IMemorySource>();

    private static IEnumerable<IMemorySource> Memories1(string self, string mount) =>
        Folders(self, Path.Combine(mount, "memory"), "memory").Select(CgroupMemory.Find1).OfType<IMemorySource>();

    private static IEnumerable<CgroupFolder> Folders(string self, string mount, string controller) =>
        CgroupFolder.FindPath(self, controller) is { } path ? CgroupFolder.Upwards(mount, path) : [];
}
