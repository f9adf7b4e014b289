using LabelPlatform.Contracts.Training;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Publishes the newest sample; one that two others have followed is worth nothing, so nobody keeps it.</summary>
internal sealed class SamplePublisher(SampleSlot slot, IBus bus, IOptions<TrainerOptions> options, ILogger<SamplePublisher> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // No less than a busy broker takes.
    private readonly TimeSpan _timeToLive = TimeSpan.FromSeconds(Math.Max(2 * options.Value.SampleSeconds, 0.2));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFailing = false;
        await foreach (var sample in slot.ReadAllAsync(stoppingToken))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            limit.CancelAfter(Patience);
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

    private void MakeTransient(PublishContext<TrainingWorkerSampled> context)
    {
        context.Durable = false;
        context.TimeToLive = _timeToLive;
    }
}
