using LabelPlatform.Trainer.Processes;

namespace LabelPlatform.Tests.Trainer.Worker;

/// <summary>What the system says of processes that a test did not start itself.</summary>
internal static class RunningProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until none of the processes runs any more.</summary>
    public static async Task EndedAsync(params int[] ids)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Array.Exists(ids, Runs))
            await timer.WaitForNextTickAsync(limit.Token);
    }

    public static bool Runs(int id)
    {
        try
        {
            return !ProcessStat.Parse(File.ReadAllText($"/proc/{id}/stat")).HasEnded;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
