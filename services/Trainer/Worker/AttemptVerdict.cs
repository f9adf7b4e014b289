using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Trainer.Worker;

/// <summary>What the end of a process says of the job.</summary>
internal static class AttemptVerdict
{
    private const int Kill9 = 9;
    private const int MaxReasonLength = 2000;

    /// <exception cref="AttemptFailedException">There is no version.</exception>
    public static void CheckTraining(ProcessEnd end, TrainingOrder order, AttemptFiles files)
    {
        Check(end, "The training");
        if (!Directory.Exists(files.Output))
        {
            throw new AttemptFailedException(
                $"The profile '{order.Profile}' ended with 0 but left no folder '{files.Output}'; it has to leave the version there (the job's 'output').", isFinal: true);
        }
    }

    /// <exception cref="AttemptFailedException">The version cannot be used.</exception>
    public static ModelMetrics CheckEvaluation(ProcessEnd end, TrainerProgram program)
    {
        Check(end with { Timeout = program.Timeout }, "The evaluation");
        return end.Last?.Metrics ?? throw new AttemptFailedException("The evaluation ended without figures; the log of the job has its last lines.", isFinal: false);
    }

    private static void Check(ProcessEnd end, string what)
    {
        if (end.TimedOut)
        {
            throw new AttemptFailedException(
                FormattableString.Invariant($"{what} was stopped because the job took longer than {end.Timeout.TotalMinutes:0.##} minutes. ")
                + "Raise TimeoutMinutes (of the worker or of the profile), or train on fewer rows.",
                isFinal: true);
        }

        if (end.ExitCode == 0)
            return;
        if (end.Last?.Reason is { Length: > 0 } reason)
            throw new AttemptFailedException(reason.Length <= MaxReasonLength ? reason : reason[..MaxReasonLength] + "…", isFinal: true);
        throw new AttemptFailedException($"{what} {How(end)}; the log of the job has its last lines.", isFinal: false);
    }

    private static string How(ProcessEnd end) => end.Signal switch
    {
        Kill9 => "was killed (signal 9), as the system does when memory runs out",
        { } signal => $"was ended by signal {signal}",
        null => $"ended with exit code {end.ExitCode} and no reason",
    };
}
