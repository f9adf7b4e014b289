using System.Diagnostics;

namespace LabelPlatform.Api.Batching;

/// <summary>The items that one caller asks a stage, and the answers as they come in.</summary>
internal sealed class AskedItems<TItem, TReply>(IReadOnlyList<TItem> items, DateTime deadline)
    where TReply : class
{
    private readonly TaskCompletionSource<Answer<TReply>[]> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Answer<TReply>[] _answers = new Answer<TReply>[items.Count];
    private int _missing = items.Count;

    public IReadOnlyList<TItem> Items { get; } = items;

    public DateTime Deadline { get; } = deadline;

    /// <summary>The request's span; a batch that serves one request continues it, one that serves several links to them.</summary>
    public Activity? Activity { get; } = Activity.Current;

    public Task<Answer<TReply>[]> Completion => _completion.Task;

    /// <summary>Whether nobody waits any more.</summary>
    public bool IsAbandoned { get; private set; }

    public void Abandon() => IsAbandoned = true;

    public void Complete(int index, Answer<TReply> answer)
    {
        _answers[index] = answer;
        if (Interlocked.Decrement(ref _missing) == 0)
            _completion.TrySetResult(_answers);
    }

    public void Fail(StageUnavailableException exception) => _completion.TrySetException(exception);
}
