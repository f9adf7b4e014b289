using System.Runtime.InteropServices;

namespace LabelPlatform.Trainer.Worker;

/// <summary>How this program is started as a process of its own, also when it is a part of another one (AllInOne, tests).</summary>
internal static class TrainerExecutable
{
    private const string Name = "LabelPlatform.Trainer";

    /// <summary>Where the runtime of this process is, for executables that do not find it by themselves.</summary>
    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The executable beside the assembly, or <c>dotnet</c> with it.</summary>
    public static IReadOnlyList<string> Find(string folder)
    {
        var executable = Path.Combine(folder, Name);
        return File.Exists(executable) ? [executable] : [Path.Combine(DotnetRoot, "dotnet"), Path.Combine(folder, $"{Name}.dll")];
    }
}
