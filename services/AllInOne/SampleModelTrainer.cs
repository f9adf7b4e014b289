using LabelPlatform.LabelGraph;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.AllInOne;

/// <summary>
/// Trains the sample graph's models on the sample data when the platform has no model yet and never trained one. It works beside the platform, which
/// labels with the graph's weights meanwhile; whatever goes wrong here is a line in the log.
/// </summary>
internal sealed class SampleModelTrainer(
    SampleTrainingClient scheduler,
    LabelGraphProvider graph,
    IHostApplicationLifetime lifetime,
    IOptions<SampleOptions> options,
    TimeProvider time,
    ILogger<SampleModelTrainer> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // Model servers look for new versions every second or so.
    private static readonly TimeSpan PublicationPatience = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!options.Value.TrainModels)
                return;
            await WaitForStartAsync(stoppingToken);
            if (IsSampleGraph() && await IsNewAsync(stoppingToken))
                await TrainAsync(stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The platform stops; the scheduler keeps what was asked of it.
        }
        catch (SampleTrainingException exception)
        {
            Log.SampleModelsNotTrained(logger, exception.Message);
        }
        catch (RequestTimeoutException)
        {
            Log.SampleModelsNotTrained(logger, "TrainingScheduler does not answer.");
        }
        catch (Exception exception)
        {
            // The platform works without them.
            Log.SampleModelTrainingFailed(logger, exception);
        }
    }

    private async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
        await graph.Loaded.WaitAsync(cancellationToken);
    }

    // Other graphs have other labels, or mean other things by them.
    private bool IsSampleGraph() => SampleModels.All.All(model => graph.Current.FindLabel(model.Label) is not null);

    private async Task<bool> IsNewAsync(CancellationToken cancellationToken) =>
        (await scheduler.GetModelsAsync(cancellationToken)).Count == 0 && !await scheduler.AnyRunAsync(cancellationToken);

    private async Task TrainAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var dataset = await scheduler.RegisterDatasetAsync(await ReadSampleAsync(cancellationToken), cancellationToken);
        var runId = NewId.NextGuid();
        await scheduler.RequestAsync(runId, dataset, cancellationToken);
        Log.SampleTrainingBegun(logger, SampleModels.All.Count);

        var watch = new SampleTrainingWatch(logger);
        await FollowAsync(runId, watch, cancellationToken);
        Log.SampleTrainingEnded(logger, watch.Live, SampleModels.All.Count, time.GetElapsedTime(began).TotalSeconds);
    }

    private async Task FollowAsync(Guid runId, SampleTrainingWatch watch, CancellationToken cancellationToken)
    {
        long? completed = null;
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            var run = await scheduler.GetRunAsync(runId, cancellationToken) ?? throw new SampleTrainingException("The training run is gone.");
            if (watch.Tell(run, await scheduler.GetModelsAsync(cancellationToken)))
                return;
            if (run.CompletedAt is not null)
                completed ??= time.GetTimestamp();
        }
        while ((completed is not { } since || time.GetElapsedTime(since) < PublicationPatience) && await timer.WaitForNextTickAsync(cancellationToken));
    }

    private static async Task<byte[]> ReadSampleAsync(CancellationToken cancellationToken)
    {
        await using var content = typeof(SampleModelTrainer).Assembly.GetManifestResourceStream("training.csv")!;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
