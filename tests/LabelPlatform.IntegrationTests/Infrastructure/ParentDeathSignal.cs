using System.Collections.Concurrent;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Has the kernel kill the processes of a test when the test run itself is killed (Linux, util-linux).</summary>
internal static class ParentDeathSignal
{
    private const string SetPriv = "/usr/bin/setpriv";
    private static readonly BlockingCollection<Action> Work = [];

    // The signal comes when the *thread* that started the process ends, which a thread of the pool may do at any time.
    static ParentDeathSignal() => new Thread(RunAll) { IsBackground = true, Name = "child processes" }.Start();

    /// <summary>What a command is prefixed with.</summary>
    public static IReadOnlyList<string> Prefix { get; } = File.Exists(SetPriv) ? [SetPriv, "--pdeathsig", "KILL", "--"] : [];

    /// <summary>Runs <paramref name="start"/> in a thread that lives as long as this process.</summary>
    public static void Run(Action start)
    {
        var started = new TaskCompletionSource();
        Work.Add(() =>
        {
            try
            {
                start();
                started.SetResult();
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        });
        started.Task.GetAwaiter().GetResult();
    }

    private static void RunAll()
    {
        foreach (var work in Work.GetConsumingEnumerable())
            work();
    }
}
