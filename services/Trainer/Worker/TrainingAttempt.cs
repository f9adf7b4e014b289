using System.Diagnostics;
using LabelPlatform.Contracts.Training;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Trainer.Worker;

/// <summary>One attempt at a job: its trainer runs, then what it has left is evaluated. There is never more than one process of it at a time.</summary>
internal sealed class TrainingAttempt(
    StartTraining order,
    TrainerPrograms programs,
    TrainerActivity activity,
    ReportQueue reports,
    UsageMeter usage,
    TimeProvider time,
    ILogger<TrainingAttempt> logger)
{
    private readonly Lock _gate = new();
    private readonly OutputTail _tail = new();
    private SupervisedProcess? _process;
    private bool _stopped;

    public Guid JobId => order.JobId;

    public long Token => order.Token;

    public long Grant => order.Grant;

    public UsageMeter Usage => usage;

    /// <summary>Id of the process that leads its group, while there is one.</summary>
    public int? Leader
    {
        get
        {
            lock (_gate)
                return _process?.Id;
        }
    }

    /// <returns>The message that says how it ended; of no use when it was stopped.</returns>
    public async Task<object> RunAsync()
    {
        using var span = PlatformTelemetry.Activities.StartActivity("training attempt");
        span?.SetTag("labelplatform.model", order.Order.Model)
            .SetTag("labelplatform.version", order.Order.Version)
            .SetTag("labelplatform.profile", order.Order.Profile);
        var outcome = await RunToItsEndAsync();
        if (outcome is TrainingFailed)
            span?.SetStatus(ActivityStatusCode.Error);
        return outcome;
    }

    /// <summary>Ends its processes at once.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            _process?.Kill();
        }
    }

    private async Task<object> RunToItsEndAsync()
    {
        try
        {
            return await RunProfileAsync();
        }
        catch (AttemptFailedException exception)
        {
            return Failed(exception.Message, exception.IsFinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed($"The worker cannot write to the folder of the job, '{order.Order.Folder}': {exception.Message} Check its permissions and the disk.", isFinal: false);
        }
        catch (Exception exception)
        {
            Log.JobBroke(logger, JobId, Token, exception);
            return Failed($"The worker could not run the trainer: {exception.Message}", isFinal: false);
        }
    }

    private async Task<object> RunProfileAsync()
    {
        var program = programs.Find(order.Order.Profile) ?? throw new AttemptFailedException(programs.Unknown(order.Order.Profile), isFinal: true);
        var files = AttemptFiles.Create(order.Order, programs.Threads);
        using var log = files.OpenLog();
        using var limit = new CancellationTokenSource(program.Timeout, time);
        Log.JobStarted(logger, JobId, Token, order.Order.Model, order.Order.Version, order.Order.Profile);

        var trained = await RunProcessAsync(program, files, log, limit.Token);
        AttemptVerdict.CheckTraining(trained, order.Order, files);
        var evaluated = await RunProcessAsync(programs.Evaluation, files, log, limit.Token);
        var metrics = AttemptVerdict.CheckEvaluation(evaluated, program);
        Log.JobSucceeded(logger, JobId, Token);
        return new TrainingSucceeded(JobId, Token, metrics, evaluated.Last?.LiveMetrics, usage.Current, _tail.ToString());
    }

    private async Task<ProcessEnd> RunProcessAsync(TrainerProgram program, AttemptFiles files, AttemptLog log, CancellationToken limit)
    {
        TrainerLine? last = null;
        using var progress = new ProgressThrottle(time, line => reports.Add(line.ToProgressed(JobId, Token)));
        using var spans = new StageSpans(program);
        using var process = Start(program, files);
        try
        {
            if (program.IsTraining)
                reports.Add(new TrainingStarted(JobId, Token));
            await using var killing = limit.Register(process.Kill);
            var exitCode = await process.WaitAsync(line =>
            {
                log.Add(line);
                _tail.Add(line);
                if (TrainerLine.TryParse(line) is not { } parsed)
                    return;
                spans.Enter(parsed.Stage);
                if (parsed.IsOutcome)
                    last = parsed;
                else
                    progress.Add(parsed);
            });
            var end = new ProcessEnd(exitCode, limit.IsCancellationRequested, program.Timeout, last, _tail.ToString());
            spans.End(end);
            return end;
        }
        finally
        {
            lock (_gate)
                _process = null;
            activity.Happened();
        }
    }

    private SupervisedProcess Start(TrainerProgram program, AttemptFiles files)
    {
        lock (_gate)
        {
            if (_stopped)
                throw new AttemptFailedException("The job was stopped.", isFinal: false);
            _process = SupervisedProcess.Start(program.ToStart(files));
            activity.Happened();
            return _process;
        }
    }

    private TrainingFailed Failed(string reason, bool isFinal)
    {
        Log.JobFailed(logger, JobId, Token, reason);
        return new TrainingFailed(JobId, Token, reason, isFinal, usage.Current, _tail.ToString());
    }
}
