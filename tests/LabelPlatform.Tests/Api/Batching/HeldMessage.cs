namespace LabelPlatform.Tests.Api.Batching;

/// <summary>A message that the stage has received and not yet answered.</summary>
internal sealed class HeldMessage(string[] texts)
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string[] Texts { get; } = texts;

    public Task Released => _released.Task;

    public void Release() => _released.TrySetResult();

    public void Fault() => _released.TrySetException(new InvalidOperationException("this text breaks the stage"));
}
