using System.Runtime.InteropServices;

namespace LabelPlatform.Trainer.Supervision;

/// <summary>What .NET has no name for. Each returns -1 when it fails.</summary>
internal static partial class Libc
{
    public const int Kill9 = 9;
    public const int PriorityOfGroup = 1;
    public const int SetChildSubreaper = 36;

    [LibraryImport("libc", EntryPoint = "setpgid")]
    public static partial int SetProcessGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    public static partial int GetProcessGroup();

    [LibraryImport("libc", EntryPoint = "setpriority")]
    public static partial int SetPriority(int which, int who, int priority);

    [LibraryImport("libc", EntryPoint = "prctl")]
    public static partial int ProcessControl(int option, nuint argument);

    /// <param name="process">A process, or a process group as a negative number.</param>
    /// <param name="signal">The signal.</param>
    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);
}
