using System.ComponentModel;
using System.Diagnostics;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>A program that we are compared with.</summary>
internal static class ExternalTool
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>What it wrote and how long it took, or null when it is not there or failed.</returns>
    public static (string Output, TimeSpan Wall)? Run(params string[] command)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? (output, Stopwatch.GetElapsedTime(start)) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
