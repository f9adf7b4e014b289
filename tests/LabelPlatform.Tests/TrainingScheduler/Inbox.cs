using MassTransit;

namespace LabelPlatform.Tests.TrainingScheduler;

/// <summary>The messages of a type that came, in order.</summary>
internal sealed class Inbox<T> : IConsumer<T>
    where T : class
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Lock _lock = new();
    private readonly List<T> _messages = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<T> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    public Task Consume(ConsumeContext<T> context)
    {
        lock (_lock)
        {
            _messages.Add(context.Message);
            _next.SetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return Task.CompletedTask;
    }

    /// <summary>The first one that is as expected; waits for it.</summary>
    public async Task<T> FirstAsync(Func<T, bool>? isExpected = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_messages.FirstOrDefault(isExpected ?? (_ => true)) is { } found)
                    return found;
                next = _next.Task;
            }

            await next.WaitAsync(limit.Token);
        }
    }
}
