using LabelPlatform.Trainer.Processes;

namespace LabelPlatform.Trainer.Supervision;

/// <summary>Ends processes with all that they have started (SIGKILL).</summary>
internal static class ProcessTree
{
    // Each round finds what was started during the one before; whoever forks faster than that is ended with the group.
    private const int MaxRounds = 20;

    /// <summary>Ends a process, its group, and its descendants in whatever group.</summary>
    public static void Kill(int leader)
    {
        KillDescendants(leader);
        _ = Libc.Kill(-leader, Libc.Kill9);
        _ = Libc.Kill(leader, Libc.Kill9);
    }

    /// <summary>Ends what is left of a group whose leader has ended.</summary>
    public static void KillGroup(int leader) => _ = Libc.Kill(-leader, Libc.Kill9);

    /// <summary>Ends the descendants of a process, which goes on.</summary>
    public static void KillDescendants(int ancestor)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var living = ProcessTable.Read().DescendantsOf(ancestor).Where(process => !process.HasEnded).ToArray();
            if (living.Length == 0)
                return;
            foreach (var process in living)
                _ = Libc.Kill(process.Id, Libc.Kill9);
        }
    }
}
