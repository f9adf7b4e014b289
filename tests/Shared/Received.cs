using MassTransit;

namespace LabelPlatform.Testing;

/// <summary>The messages of a type that came, in order.</summary>
internal sealed class Received<T> : IConsumer<T>
    where T : class
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Lock _lock = new();
    private readonly List<ConsumeContext<T>> _contexts = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<ConsumeContext<T>> Contexts
    {
        get
        {
            lock (_lock)
            {
                return [.. _contexts];
            }
        }
    }

    public IReadOnlyList<T> Messages => [.. Contexts.Select(context => context.Message)];

    public Task Consume(ConsumeContext<T> context)
    {
        lock (_lock)
        {
            _contexts.Add(context);
            _next.SetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return Task.CompletedTask;
    }

    /// <summary>Waits for the first one that is as expected.</summary>
    public async Task<T> FirstAsync(Func<T, bool>? isExpected = null)
    {
        isExpected ??= _ => true;
        await UntilAsync("the one that is expected came", messages => messages.Any(isExpected));
        return Messages.First(isExpected);
    }

    /// <summary>Waits until a number of them have come.</summary>
    public async Task<IReadOnlyList<T>> CountAsync(int count)
    {
        await UntilAsync($"{count} came", messages => messages.Count >= count);
        return Messages;
    }

    /// <summary>Waits until those that came are as expected.</summary>
    public async Task UntilAsync(string what, Func<IReadOnlyList<T>, bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (condition([.. _contexts.Select(context => context.Message)]))
                    return;
                next = _next.Task;
            }
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException cancelled)
            {
                throw new TimeoutException($"Not within {Limit.TotalSeconds:0} s: {what}; {Messages.Count} {typeof(T).Name} came.", cancelled);
            }
        }
    }
}
