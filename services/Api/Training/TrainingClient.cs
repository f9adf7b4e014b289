using LabelPlatform.Api.Owners;
using LabelPlatform.Contracts.Training;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Training;

/// <summary>Asks TrainingScheduler, which owns the runs, their jobs and the workers.</summary>
internal sealed class TrainingClient(IBus bus, IOptions<TrainingApiOptions> options)
{
    private readonly DataOwner _scheduler = new(bus, "TrainingScheduler");
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    public async Task<TrainingRequestOutcome> RequestAsync(RequestTraining request, CancellationToken cancellationToken) =>
        TrainingRequestOutcome.Of(await _scheduler.AskAsync<RequestTraining, TrainingRunFound, TrainingRejected>(request, _timeout, cancellationToken));

    public Task<TrainingRunsFound> GetRunsAsync(int limit, CancellationToken cancellationToken) =>
        _scheduler.AskAsync<GetTrainingRuns, TrainingRunsFound>(new GetTrainingRuns(limit), _timeout, cancellationToken);

    /// <summary>The run, or null when there is none of this id.</summary>
    public async Task<TrainingRunDetails?> GetRunAsync(Guid runId, CancellationToken cancellationToken)
    {
        var response = await _scheduler.AskAsync<GetTrainingRun, TrainingRunFound, TrainingRunNotFound>(
            new GetTrainingRun(runId), _timeout, cancellationToken);
        return response.Is(out Response<TrainingRunFound>? found) ? found.Message.Run : null;
    }

    /// <summary>The run as it is after the cancellation, or null when there is none of this id.</summary>
    public async Task<TrainingRunDetails?> CancelAsync(Guid runId, CancellationToken cancellationToken)
    {
        var response = await _scheduler.AskAsync<CancelTraining, TrainingRunFound, TrainingRunNotFound>(
            new CancelTraining(runId), _timeout, cancellationToken);
        return response.Is(out Response<TrainingRunFound>? found) ? found.Message.Run : null;
    }

    public Task<TrainingQueueFound> GetQueueAsync(CancellationToken cancellationToken) =>
        _scheduler.AskAsync<GetTrainingQueue, TrainingQueueFound>(new GetTrainingQueue(), _timeout, cancellationToken);

    public Task<TrainingWorkersFound> GetWorkersAsync(CancellationToken cancellationToken) =>
        _scheduler.AskAsync<GetTrainingWorkers, TrainingWorkersFound>(new GetTrainingWorkers(), _timeout, cancellationToken);

    /// <summary>The log of a job, or null when there is none of this id.</summary>
    public async Task<TrainingJobLogFound?> GetLogAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var response = await _scheduler.AskAsync<GetTrainingJobLog, TrainingJobLogFound, TrainingJobNotFound>(
            new GetTrainingJobLog(jobId), _timeout, cancellationToken);
        return response.Is(out Response<TrainingJobLogFound>? found) ? found.Message : null;
    }
}
