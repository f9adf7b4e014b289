using System.Collections.Concurrent;
using MassTransit;

namespace LabelPlatform.Testing;

/// <summary>
/// Counts, by endpoint, the messages that an endpoint is done with: handled, committed, and what was sent delivered, or given up.
/// </summary>
internal sealed class Handled : IReceiveObserver
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _endpoints = new(StringComparer.Ordinal);

    /// <summary>Waits for so many more messages of an endpoint.</summary>
    public async Task CountAsync(string endpoint, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!await Of(endpoint).WaitAsync(Limit))
                throw new TimeoutException($"Not within {Limit.TotalSeconds:0} s: {endpoint} handled {count} messages; it handled {i}.");
        }
    }

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Add(context);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Add(context);

    private Task Add(ReceiveContext context)
    {
        Of(context.InputAddress.Segments[^1]).Release();
        return Task.CompletedTask;
    }

    private SemaphoreSlim Of(string endpoint) => _endpoints.GetOrAdd(endpoint, _ => new SemaphoreSlim(0));
}
