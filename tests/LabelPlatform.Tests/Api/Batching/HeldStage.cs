using System.Threading.Channels;
using LabelPlatform.Api.Batching;
using LabelPlatform.Api.Labeling.Stages;
using LabelPlatform.Contracts.Preprocessing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LabelPlatform.Tests.Api.Batching;

/// <summary>Preprocess on an in-memory bus, answering when the test lets it.</summary>
internal sealed class HeldStage : IAsyncDisposable
{
    private readonly Channel<HeldMessage> _arrived = Channel.CreateUnbounded<HeldMessage>();
    private readonly CancellationTokenSource _disposed = new();
    private readonly ServiceProvider _services;
    private readonly ITestHarness _harness;

    private HeldStage(BatchingOptions options)
    {
        _services = new ServiceCollection()
            .AddMassTransitTestHarness(bus => bus.AddHandler(async (ConsumeContext<PreprocessTexts> context) =>
            {
                var held = new HeldMessage([.. context.Message.Texts.Select(text => text.Text)]);
                await _arrived.Writer.WriteAsync(held);
                await held.Released.WaitAsync(_disposed.Token);
                return new TextsPreprocessed(7, [.. context.Message.Texts.Select(text => new PreprocessedText(text.Text, false, []))]);
            }))
            .BuildServiceProvider();
        _harness = _services.GetRequiredService<ITestHarness>();
        Batcher = new StageBatcher<TextToCut, PreprocessTexts, TextsPreprocessed>(
            new PreprocessCall(_harness.Bus), options, TimeProvider.System, NullLogger.Instance);
    }

    public StageBatcher<TextToCut, PreprocessTexts, TextsPreprocessed> Batcher { get; }

    public static async Task<HeldStage> StartAsync(BatchingOptions? options = null)
    {
        // Slow messages keep their slot unless a test is about that.
        var stage = new HeldStage(options ?? new BatchingOptions { SlowAfterMs = 60_000 });
        await stage._harness.Start();
        return stage;
    }

    public Task<Answer<TextsPreprocessed>[]> AskAsync(params string[] texts) => AskAsync(TimeSpan.FromSeconds(30), CancellationToken.None, texts);

    public Task<Answer<TextsPreprocessed>[]> AskAsync(TimeSpan within, CancellationToken cancellationToken, params string[] texts)
    {
        var deadline = DateTime.UtcNow + within;
        return Batcher.AskAsync([.. texts.Select(text => new TextToCut(text, deadline))], deadline, cancellationToken);
    }

    /// <summary>The next message that reaches the stage.</summary>
    public async Task<HeldMessage> NextAsync() => await _arrived.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Stops the bus, which waits for its consumers: what is still held is let go first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _services.DisposeAsync();
        _disposed.Dispose();
    }
}
