using LabelPlatform.Trainer.Progress;

namespace LabelPlatform.Trainer.Commands;

/// <summary>Does something for a job; its last line is <c>failed</c> with the reason when it cannot.</summary>
internal static class JobCommand
{
    /// <returns>The exit code: 0, or 1 after a failure.</returns>
    public static int Run(TextWriter output, TextWriter error, Action<ProgressWriter> work)
    {
        var progress = new ProgressWriter(output);
        try
        {
            work(progress);
            return 0;
        }
        catch (Exception exception) when (Reason(exception) is { } reason)
        {
            progress.Failed(reason);
            error.WriteLine(reason);
            return 1;
        }
    }

    // What whoever gave the job can mend; anything else is a defect and keeps its stack trace.
    private static string? Reason(Exception exception) => exception switch
    {
        TrainingException failure => failure.Message,
        OperationCanceledException => "The training was cancelled.",
        IOException or UnauthorizedAccessException => exception.Message,
        _ => null,
    };
}
