using System.Globalization;

namespace LabelPlatform.Trainer.Processes;

/// <summary>A process as <c>/proc/[pid]/stat</c> tells of it (proc_pid_stat(5)).</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">What it does: <c>R</c>, <c>S</c>, … <c>Z</c> has ended.</param>
/// <param name="Parent">Id of its parent.</param>
/// <param name="Group">Id of its process group.</param>
/// <param name="CpuSeconds">Processor time of it and of its children that have ended and were waited for.</param>
/// <param name="ResidentPages">Memory that it has, shared pages counted whole.</param>
internal sealed record ProcessStat(int Id, char State, int Parent, int Group, double CpuSeconds, long ResidentPages)
{
    // USER_HZ, the same on every architecture that .NET runs on.
    internal const double TicksPerSecond = 100;

    public bool HasEnded => State is 'Z' or 'X';

    /// <exception cref="FormatException">The line is something else.</exception>
    public static ProcessStat Parse(string line)
    {
        // The name, in parentheses, may hold blanks and parentheses.
        var name = line.LastIndexOf(')');
        var open = line.IndexOf('(', StringComparison.Ordinal);
        var fields = name < 0 ? [] : line[(name + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (open < 0 || fields.Length < 22)
            throw new FormatException($"Not a line of /proc/[pid]/stat: {line}");

        // fields[0] is the third of the manual: the state.
        var ticks = Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
        return new ProcessStat(
            (int)Number(line[..open].TrimEnd()), fields[0][0], (int)Number(fields[1]), (int)Number(fields[2]), ticks / TicksPerSecond, Number(fields[21]));
    }

    private static long Number(string field) => long.Parse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
