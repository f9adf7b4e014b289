using LabelPlatform.Trainer.Worker;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Takes a sample every second, or as often as the options say.</summary>
internal sealed class SamplingService(
    IOptions<TrainerOptions> options,
    WorkerIdentity me,
    TrainingWorker worker,
    TrainerActivity activity,
    TrainerPrograms programs,
    SampleSlot slot,
    TimeProvider time,
    ILogger<SamplingService> logger) :
    BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            Log.CannotMeasure(logger);
            return;
        }

        var sampler = new WorkerSampler(ResourceSources.Find(), options.Value, me, worker, activity, programs, time);
        Log.WorkerReady(logger, me.Name, me.Id, sampler.Cores, sampler.MemoryBytes);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SampleSeconds), time);
        do
        {
            Sample(sampler);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Sample(WorkerSampler sampler)
    {
        try
        {
            if (sampler.Take() is { } sample)
                slot.Put(sample);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            Log.NotMeasured(logger, exception);
        }
    }
}
