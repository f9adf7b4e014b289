using System.Diagnostics;
using System.Threading.Channels;
using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Labeling;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Labeling;

/// <summary>Publishes what was labelled, one event a request, behind the answer's back: the caller does not wait for the broker.</summary>
/// <remarks>A broker that is away for long costs events, not answers: at most 10,000 wait, then new ones are dropped and counted in the log.</remarks>
internal sealed class TextsLabeledPublisher(IBus bus, IOptions<LabelingOptions> options, TimeProvider time, ILogger<TextsLabeledPublisher> logger)
    : BackgroundService, IHostedLifecycleService
{
    // Each with the span of its request.
    private readonly Channel<(TextsLabeled Event, string? Trace)> _events = Channel.CreateBounded<(TextsLabeled, string?)>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private long _dropped;

    public void Publish(IReadOnlyList<TextInput> inputs, LabelingOutcome outcome)
    {
        if (!options.Value.PublishEvents)
            return;
        LabeledText[] texts = [.. inputs
            .Zip(outcome.Texts)
            .Where(pair => pair.Second.Scored is not null)
            .Select(pair => new LabeledText(
                pair.First.Id,
                [.. pair.Second.Scored!.Labels.Select(label => new LabelScore(label.Label, label.Score))],
                options.Value.PublishTexts ? pair.First.Text : null))];
        if (texts.Length == 0)
            return;
        var labeled = new TextsLabeled(texts, outcome.GraphVersion, outcome.ModelVersions(), time.GetUtcNow().UtcDateTime);
        if (!_events.Writer.TryWrite((labeled, Activity.Current?.Id)))
            Interlocked.Increment(ref _dropped);
    }

    /// <summary>Publishes what still waits while the bus is there; it stops with the hosted services, later.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _events.Writer.TryComplete();
        return _events.Reader.Completion.WaitAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (labeled, trace) in _events.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await bus.Publish(labeled, context => context.ContinueTrace(trace), stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.EventNotPublished(logger, exception);
            }

            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                Log.EventsDropped(logger, dropped);
        }
    }
}
