using System.Diagnostics;
using System.Globalization;

namespace LabelPlatform.Benchmarks.Load;

/// <summary>What a process uses.</summary>
internal sealed class ProcessUsage(string name, int id)
{
    private TimeSpan _before;

    public string Name => name;

    /// <summary>Reads <c>NAME=PID</c>.</summary>
    public static ProcessUsage Parse(string value)
    {
        var parts = value.Split('=', 2);
        return parts.Length == 2 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id)
            ? new ProcessUsage(parts[0], id)
            : throw new FormatException($"{value} is not NAME=PID.");
    }

    /// <summary>Starts to count processor time.</summary>
    public void Begin() => _before = ProcessorTime();

    /// <summary>Processor time since <see cref="Begin"/>.</summary>
    public TimeSpan Used() => ProcessorTime() - _before;

    public double ResidentMegabytes()
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / 1048576.0;
    }

    private TimeSpan ProcessorTime()
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    }
}
