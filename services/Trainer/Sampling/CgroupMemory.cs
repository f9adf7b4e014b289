using LabelPlatform.Trainer.Processes;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Memory of a cgroup that has less of it than its machine. File caches that are no longer in use do not count: they go when memory is wanted.</summary>
internal sealed class CgroupMemory : IMemorySource
{
    private readonly CgroupFolder _folder;
    private readonly (string Used, string Inactive) _files;

    private CgroupMemory(CgroupFolder folder, long limit, string used, string inactive)
    {
        _folder = folder;
        Limit = limit;
        _files = (used, inactive);
    }

    public long Limit { get; }

    /// <summary>Version 2; a limit of "max" is none.</summary>
    public static CgroupMemory? Find2(CgroupFolder folder) => Find(folder, "memory.max", "memory.current", "inactive_file");

    /// <summary>Version 1; it writes a limit that no machine has when there is none.</summary>
    public static CgroupMemory? Find1(CgroupFolder folder) => Find(folder, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");

    public long ReadUsed()
    {
        var inactive = _folder.Read("memory.stat") is { } stat ? ProcFields.Find(stat, _files.Inactive) ?? 0 : 0;
        return Math.Max(0, (_folder.ReadNumber(_files.Used) ?? throw new IOException($"{_files.Used} of the cgroup cannot be read.")) - inactive);
    }

    private static CgroupMemory? Find(CgroupFolder folder, string limit, string used, string inactive) =>
        folder.ReadNumber(limit) is > 0 and var bytes && folder.ReadNumber(used) is not null ? new CgroupMemory(folder, bytes, used, inactive) : null;
}
