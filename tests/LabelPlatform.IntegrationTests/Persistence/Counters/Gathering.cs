namespace LabelPlatform.IntegrationTests.Persistence.Counters;

/// <summary>Holds everybody until a number have come, so that they are really there at once. Who comes later passes.</summary>
internal sealed class Gathering
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    /// <summary>How many are waited for.</summary>
    public int Expected { get; set; }

    public Task ArriveAsync()
    {
        if (Interlocked.Increment(ref _arrived) >= Expected)
            _complete.TrySetResult();
        return _complete.Task.WaitAsync(Limit);
    }
}
