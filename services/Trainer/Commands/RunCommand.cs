using System.ComponentModel;
using System.Diagnostics;
using LabelPlatform.Trainer.Progress;
using LabelPlatform.Trainer.Supervision;

namespace LabelPlatform.Trainer.Commands;

/// <summary>Runs an operator's program without a shell. What it leaves running ends with it.</summary>
internal static class RunCommand
{
    /// <returns>Its exit code; 128 and the signal when one ended it.</returns>
    public static async Task<int> RunAsync(string[] program, TextWriter output, CancellationToken cancellation)
    {
        // Its standard input is empty: ours only tells that the worker lives.
        var start = new ProcessStartInfo(program[0], program[1..]) { UseShellExecute = false, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode;
        }
        catch (Win32Exception exception)
        {
            new ProgressWriter(output).Failed($"The program '{program[0]}' cannot be started: {exception.Message}. Mend the profile's Command in the settings of the worker.");
            return 1;
        }
        finally
        {
            ProcessTree.KillDescendants(Environment.ProcessId);
        }
    }
}
