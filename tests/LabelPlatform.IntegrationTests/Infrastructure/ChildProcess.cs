using System.Diagnostics;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>A process of a test. It never outlives the test run, also when that is killed.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly string _name;
    private readonly Process _process;

    private ChildProcess(string name, Process process, Action<string>? onLine)
    {
        _name = name;
        _process = process;
        Output = new OutputTail(onLine);
        process.OutputDataReceived += (_, data) => Output.Add(data.Data);
        process.ErrorDataReceived += (_, data) => Output.Add(data.Data);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public OutputTail Output { get; }

    /// <summary>Starts a program without a shell.</summary>
    /// <param name="name">What it is called in failures.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Variables added to (null: removed from) those of this process.</param>
    /// <param name="workingDirectory">The folder it starts in.</param>
    /// <param name="onLine">Sees every line of its output, from the first.</param>
    public static ChildProcess Start(
        string name,
        IEnumerable<string> command,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingDirectory = null,
        Action<string>? onLine = null)
    {
        string[] line = [.. ParentDeathSignal.Prefix, .. command];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[key] = value;

        var child = new ChildProcess(name, new Process { StartInfo = start }, onLine);
        ParentDeathSignal.Run(() => child._process.Start());
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until <paramref name="condition"/> holds; fails with the process's output when it ended or took too long.</summary>
    public async Task UntilAsync(string what, TimeSpan limit, Func<CancellationToken, Task<bool>> condition)
    {
        try
        {
            await Eventually.HoldsAsync(what, limit, async cancellation =>
                _process.HasExited
                    ? throw new InvalidOperationException($"{_name} ended with code {_process.ExitCode} before: {what}.")
                    : await condition(cancellation));
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException($"{exception.Message}\nOutput of {_name}:\n{Output}", exception);
        }
    }

    /// <summary>Ends it and its children at once (SIGKILL), and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it at once (SIGKILL), but not its children.</summary>
    public void KillAlone() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }
}
