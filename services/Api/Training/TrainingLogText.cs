using System.Globalization;
using System.Text;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Api.Training;

/// <summary>Writes the log of a job for people: a line for every decision, then what the trainer printed.</summary>
internal static class TrainingLogText
{
    public static string Write(TrainingJobLogFound log)
    {
        var text = new StringBuilder();
        foreach (var decision in log.Decisions)
            text.Append(Line(decision)).Append('\n');
        if (log.Output.Length > 0)
            text.Append('\n').Append(log.Output);
        return text.ToString();
    }

    private static string Line(AdmissionDecision decision) => string.Create(
        CultureInfo.InvariantCulture,
        $"{decision.At:yyyy-MM-dd HH:mm:ss}Z {decision.Decision,-8} CPU {Share(decision.Window.CpuPercent, decision.Window.OwnCpuPercent)}, "
        + $"memory {Share(decision.Window.MemoryPercent, decision.Window.OwnMemoryPercent)} over {decision.Window.Seconds:0.#} s, "
        + $"{decision.RunningJobs} running: {decision.Reason}");

    private static string Share(double percent, double own) => string.Create(CultureInfo.InvariantCulture, $"{percent:0} % (ours {own:0} %)");
}
