using System.Diagnostics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Trainer.Worker;

/// <summary>The span of a trainer's process, and in it one for each stage that the process says it is at.</summary>
internal sealed class StageSpans : IDisposable
{
    private readonly Activity? _process;
    private Activity? _stage;

    public StageSpans(TrainerProgram program) =>
        _process = PlatformTelemetry.Activities.StartActivity(program.IsTraining ? "train" : "evaluate");

    /// <summary>Goes on to a stage, unless the process is at it already. It is called where the process's lines are read, in no span.</summary>
    public void Enter(string? stage)
    {
        if (_process is null || stage is null || stage == _stage?.DisplayName)
            return;
        _stage?.Dispose();
        _stage = PlatformTelemetry.Activities.StartActivity(stage, ActivityKind.Internal, _process.Context);
        Activity.Current = _process;
    }

    public void End(ProcessEnd end)
    {
        _process?.SetTag("process.exit.code", end.ExitCode);
        if (end.ExitCode != 0)
            _process?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        _stage?.Dispose();
        _process?.Dispose();
    }
}
