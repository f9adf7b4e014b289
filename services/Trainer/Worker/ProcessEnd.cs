namespace LabelPlatform.Trainer.Worker;

/// <summary>How a process of an attempt ended.</summary>
/// <param name="ExitCode">Its exit code; 128 and the signal when one ended it.</param>
/// <param name="TimedOut">Whether the worker ended it because it took too long.</param>
/// <param name="Timeout">How long it might have taken.</param>
/// <param name="Last">The last line that says how it ended, if there is one.</param>
/// <param name="Output">The end of what it printed.</param>
internal sealed record ProcessEnd(int ExitCode, bool TimedOut, TimeSpan Timeout, TrainerLine? Last, string Output)
{
    // A shell's convention, which .NET follows.
    private const int SignalBase = 128;
    private const int MaxSignal = 64;

    /// <summary>The signal that ended it, or null.</summary>
    public int? Signal => ExitCode is > SignalBase and <= SignalBase + MaxSignal ? ExitCode - SignalBase : null;
}
