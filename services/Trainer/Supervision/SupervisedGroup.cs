namespace LabelPlatform.Trainer.Supervision;

/// <summary>
/// Makes this process the leader of a group that the worker can end as a whole, and that ends by itself when the worker is gone: the system then closes
/// standard input, whatever the worker died of.
/// </summary>
internal static class SupervisedGroup
{
    private const int Priority = 10;
    private const int OutOfMemoryScore = 500;

    /// <exception cref="TrainingException">It cannot lead a group, and so might outlive the worker.</exception>
    public static void Enter()
    {
        if (Libc.SetProcessGroup(0, 0) != 0 && Libc.GetProcessGroup() != Environment.ProcessId)
            throw new TrainingException("The process cannot lead a process group.");

        // What is started below and lets go of its parent stays below this process, and is found there.
        _ = Libc.ProcessControl(Libc.SetChildSubreaper, 1);

        // The group, because a priority belongs to a thread, and the runtime has several by now.
        _ = Libc.SetPriority(Libc.PriorityOfGroup, 0, Priority);
        RaiseOutOfMemoryScore();
        new Thread(EndWithInput) { IsBackground = true, Name = "standard input" }.Start(Console.OpenStandardInput());
    }

    private static void RaiseOutOfMemoryScore()
    {
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", $"{OutOfMemoryScore}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then the system chooses as it does otherwise.
        }
    }

    private static void EndWithInput(object? input)
    {
        var buffer = new byte[256];
        try
        {
            while (((Stream)input!).Read(buffer) > 0)
            {
                // Nobody has anything to say.
            }
        }
        catch (IOException)
        {
            // Gone is gone.
        }

        ProcessTree.Kill(Environment.ProcessId);
    }
}
