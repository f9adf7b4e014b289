using System.Globalization;

namespace LabelPlatform.Trainer.Processes;

/// <summary>Memory of a process: its share of the pages that it has (PSS), where the system tells it.</summary>
internal static class ProcessMemory
{
    public static long Read(ProcessStat process, string proc = "/proc")
    {
        if (process.HasEnded)
            return 0;
        try
        {
            var path = Path.Combine(proc, process.Id.ToString(CultureInfo.InvariantCulture), "smaps_rollup");
            return ParsePss(File.ReadAllText(path)) ?? Resident(process);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Resident(process);
        }
    }

    /// <summary>The line <c>Pss:  1234 kB</c>, in bytes; null without one.</summary>
    internal static long? ParsePss(string rollup) => ProcFields.Find(rollup, "Pss:") * 1024;

    private static long Resident(ProcessStat process) => process.ResidentPages * Environment.SystemPageSize;
}
