namespace LabelPlatform.Benchmarks.Load;

/// <summary>What a figure was measured on.</summary>
internal static class Machine
{
    /// <summary>The cores, and the load average of the last 1, 5 and 15 minutes.</summary>
    public static string Load() => $"{Environment.ProcessorCount} cores, load average {LoadAverage()}";

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
