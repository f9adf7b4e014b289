namespace LabelPlatform.Tests.Inference;

/// <summary>What came to a <see cref="StubServer"/>.</summary>
internal sealed record StubRequest(string Path, string? ContentType, string Body)
{
    /// <summary>Done when the caller has gone.</summary>
    public TaskCompletionSource Aborted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
