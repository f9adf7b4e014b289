namespace LabelPlatform.ModelServer.Servables;

/// <summary>The wait for the next try to load a version.</summary>
internal sealed class RetryWait
{
    // What waits must not go on where the wait is ended, under the manager's lock.
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RetryWait(TimeSpan interval, TimeProvider time) => Over = _ended.Task.WaitAsync(interval, time);

    /// <summary>Is over when the time is (then it fails) or the wait is ended.</summary>
    public Task Over { get; }

    public void End() => _ended.TrySetResult();
}
