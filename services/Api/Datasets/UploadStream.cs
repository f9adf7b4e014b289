using System.Runtime.ExceptionServices;

namespace LabelPlatform.Api.Datasets;

/// <summary>
/// Ends where reading fails, and remembers why. The repository that stores the body would otherwise leave a part of it in its folder under a
/// name that only it knows.
/// </summary>
internal sealed class UploadStream(Stream inner, CancellationToken aborted) : ForwardStream
{
    /// <summary>Why the stream ended early, or null.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Failure is not null)
            return 0;
        try
        {
            return await inner.ReadAsync(buffer, aborted);
        }
        catch (Exception exception)
        {
            Failure = ExceptionDispatchInfo.Capture(exception);
            return 0;
        }
    }
}
