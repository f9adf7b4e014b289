using MassTransit;

namespace LabelPlatform.Tests.TrainingScheduler;

/// <summary>Counts the samples that the scheduler has dealt with.</summary>
internal sealed class HandledSamples : IReceiveObserver, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _handled = new(0);
    private int _waitedFor;

    /// <summary>Waits until a number of them are, since the start.</summary>
    public async Task CountAsync(int count)
    {
        while (_waitedFor < count)
        {
            if (!await _handled.WaitAsync(Limit))
                throw new TimeoutException($"Only {_waitedFor} samples were handled.");
            _waitedFor++;
        }
    }

    public void Dispose() => _handled.Dispose();

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        if (context.InputAddress.AbsolutePath.EndsWith("/training-worker", StringComparison.Ordinal))
            _handled.Release();
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}
