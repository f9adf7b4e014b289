using LabelPlatform.LabelGraph;
using LabelPlatform.Seed;
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
            if (IsSampleGraph() && await scheduler.IsNewAsync(stoppingToken))
                await TrainAsync(stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The platform stops; the scheduler keeps what was asked of it.
        }
        catch (SampleException exception)
        {
            Log.SampleModelsNotTrained(logger, exception.Message);
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

    private bool IsSampleGraph() => SampleGraph.Has(graph.Current.Labels.Select(label => label.Title).ToHashSet());

    private async Task TrainAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var runId = await scheduler.TrainAsync(cancellationToken);
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
            var run = await scheduler.GetRunAsync(runId, cancellationToken) ?? throw new SampleException("The training run is gone.");
            if (watch.Tell(run, await scheduler.GetModelsAsync(cancellationToken)))
                return;
            if (run.CompletedAt is not null)
                completed ??= time.GetTimestamp();
        }
        while ((completed is not { } since || time.GetElapsedTime(since) < PublicationPatience) && await timer.WaitForNextTickAsync(cancellationToken));
    }
}
