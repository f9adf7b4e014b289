using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using LabelPlatform.Trainer.Supervision;

namespace LabelPlatform.Trainer.Worker;

/// <summary>
/// A process that leads a group of its own (<see cref="SupervisedGroup"/>). Its standard input stays open as long as this process lives, and tells it so.
/// </summary>
internal sealed class SupervisedProcess : IDisposable
{
    // A process that has left the group and the tree may hold the output open.
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private bool _ended;

    private SupervisedProcess(Process process)
    {
        _process = process;
        Id = process.Id;
    }

    public int Id { get; }

    /// <exception cref="AttemptFailedException">It cannot be started.</exception>
    public static SupervisedProcess Start(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        try
        {
            return new SupervisedProcess(Process.Start(start)!);
        }
        catch (Win32Exception exception)
        {
            throw new AttemptFailedException($"The worker cannot start '{start.FileName}': {exception.Message}. Mend the installation of the worker.", isFinal: false);
        }
    }

    /// <summary>Waits until it has ended and its output is read; ends what is left of its group.</summary>
    /// <param name="onLine">Sees every line of its output; of one stream at a time, not of both.</param>
    /// <returns>Its exit code; 128 and the signal when one ended it.</returns>
    public async Task<int> WaitAsync(Action<string> onLine)
    {
        var lines = new Lock();
        var output = Task.WhenAll(BoundedLines.ReadAllAsync(_process.StandardOutput, Add), BoundedLines.ReadAllAsync(_process.StandardError, Add));
        await _process.WaitForExitAsync();
        lock (_gate)
        {
            _ended = true;
            ProcessTree.KillGroup(Id);
        }

        await Task.WhenAny(output, Task.Delay(OutputGrace));
        return _process.ExitCode;

        void Add(string line)
        {
            lock (lines)
                onLine(line);
        }
    }

    /// <summary>Ends it, its group and its descendants at once (SIGKILL).</summary>
    public void Kill()
    {
        lock (_gate)
        {
            // The number may be another process's by now.
            if (!_ended)
                ProcessTree.Kill(Id);
        }
    }

    public void Dispose() => _process.Dispose();
}
