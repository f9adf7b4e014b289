using MassTransit;

namespace LabelPlatform.IntegrationTests.Persistence;

/// <summary>The messages of a type that came, in order.</summary>
internal sealed class Received<T>
    where T : class
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Lock _lock = new();
    private readonly List<ConsumeContext<T>> _contexts = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

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

    public void Add(ConsumeContext<T> context)
    {
        lock (_lock)
        {
            _contexts.Add(context);
            foreach (var waiting in _waiting.Where(waiting => waiting.Count <= _contexts.Count))
                waiting.Reached.TrySetResult();
        }
    }

    /// <summary>Waits until a number of them have come.</summary>
    public async Task<IReadOnlyList<T>> CountAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_contexts.Count >= count)
                return Messages;
            _waiting.Add((count, reached));
        }
        try
        {
            await reached.Task.WaitAsync(Limit);
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"Not within {Limit.TotalSeconds:0} s: {count} {typeof(T).Name}; {Messages.Count} came.", timeout);
        }
        return Messages;
    }
}
