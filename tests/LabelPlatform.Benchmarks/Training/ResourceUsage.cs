using System.Diagnostics;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>What this process and the machine are at.</summary>
internal static class ResourceUsage
{
    /// <summary>The most memory that this process has had.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }

    /// <summary>How many wanted to run, over 1, 5 and 15 minutes.</summary>
    public static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
