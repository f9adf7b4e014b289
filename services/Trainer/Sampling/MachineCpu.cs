using System.Globalization;
using LabelPlatform.Trainer.Processes;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Processor time of the whole machine: <c>/proc/stat</c>.</summary>
internal sealed class MachineCpu(string path = "/proc/stat") : ICpuSource
{
    public double Cores { get; } = CountCores(File.ReadAllText(path));

    public double ReadSeconds() => ParseSeconds(File.ReadAllText(path));

    internal static int CountCores(string stat) => stat.Split('\n').Count(line => line.Length > 3 && line.StartsWith("cpu", StringComparison.Ordinal) && char.IsAsciiDigit(line[3]));

    /// <summary>All of the first line but idle time and waiting for disks; guests are in user and nice already.</summary>
    internal static double ParseSeconds(string stat)
    {
        var fields = stat.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is not ["cpu", _, _, _, _, ..])
            throw new FormatException("Not /proc/stat.");
        // user nice system idle iowait irq softirq steal
        int[] busy = [1, 2, 3, 6, 7, 8];
        return busy.Where(field => field < fields.Length).Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture)) / ProcessStat.TicksPerSecond;
    }
}
