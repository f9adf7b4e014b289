using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Publishes the newest sample; one that is a few seconds old is worth nothing, so nobody keeps it.</summary>
internal sealed class SamplePublisher(SampleSlot slot, IBus bus, ILogger<SamplePublisher> logger) : BackgroundService
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFailing = false;
        await foreach (var sample in slot.ReadAllAsync(stoppingToken))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            limit.CancelAfter(TimeToLive);
            try
            {
                await bus.Publish(sample, MakeTransient, limit.Token);
                isFailing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isFailing)
                    Log.SamplesNotPublished(logger, exception);
                isFailing = true;
            }
        }
    }

    private static void MakeTransient(PublishContext<TrainingWorkerSampled> context)
    {
        context.Durable = false;
        context.TimeToLive = TimeToLive;
    }
}
