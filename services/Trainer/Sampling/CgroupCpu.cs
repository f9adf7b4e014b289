using System.Globalization;
using LabelPlatform.Trainer.Processes;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Processor time of a cgroup that has fewer cores than its machine.</summary>
internal sealed class CgroupCpu : ICpuSource
{
    private readonly Func<double> _readSeconds;

    private CgroupCpu(double cores, Func<double> readSeconds) => (Cores, _readSeconds) = (cores, readSeconds);

    public double Cores { get; }

    public double ReadSeconds() => _readSeconds();

    /// <summary>Version 2: <c>cpu.max</c> is "quota period" in microseconds, or "max period".</summary>
    public static CgroupCpu? Find2(CgroupFolder folder) =>
        folder.Read("cpu.max")?.Split(' ') is [var quota, var period] && Seconds2(folder) is not null
        && double.TryParse(quota, CultureInfo.InvariantCulture, out var allowed)
            ? new CgroupCpu(allowed / double.Parse(period, CultureInfo.InvariantCulture), () => Seconds2(folder) ?? throw new IOException("cpu.stat of the cgroup cannot be read."))
            : null;

    /// <summary>Version 1, which has its times in a hierarchy of their own; a quota of -1 is none.</summary>
    public static CgroupCpu? Find1(CgroupFolder folder, CgroupFolder accounting) =>
        folder.ReadNumber("cpu.cfs_quota_us") is > 0 and var quota && folder.ReadNumber("cpu.cfs_period_us") is > 0 and var period
        && accounting.ReadNumber("cpuacct.usage") is not null
            ? new CgroupCpu((double)quota / period, () => (accounting.ReadNumber("cpuacct.usage") ?? throw new IOException("cpuacct.usage of the cgroup cannot be read.")) / 1e9)
            : null;

    private static double? Seconds2(CgroupFolder folder) =>
        folder.Read("cpu.stat") is { } stat ? ProcFields.Find(stat, "usage_usec") / 1e6 : null;
}
