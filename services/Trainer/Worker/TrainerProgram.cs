using System.Diagnostics;

namespace LabelPlatform.Trainer.Worker;

/// <summary>What is started for a job.</summary>
/// <param name="Command">The program and its arguments, with <c>{job}</c> and <c>{output}</c> where paths go.</param>
/// <param name="Timeout">How long it may take.</param>
/// <param name="IsTraining">Whether it trains; otherwise it evaluates.</param>
internal sealed record TrainerProgram(IReadOnlyList<string> Command, TimeSpan Timeout, bool IsTraining)
{
    public ProcessStartInfo ToStart(AttemptFiles files)
    {
        var line = Command.Select(part => part
            .Replace("{job}", files.Job, StringComparison.Ordinal)
            .Replace("{output}", files.Output, StringComparison.Ordinal)).ToArray();
        return new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = files.Folder,
            Environment =
            {
                ["LABELPLATFORM_JOB"] = files.Job,
                ["LABELPLATFORM_OUTPUT"] = files.Output,
                ["DOTNET_ROOT"] = TrainerExecutable.DotnetRoot,
            },
        };
    }
}
