using LabelPlatform.ModelServer.Rest;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Ends what takes longer than a request may.</summary>
internal sealed class RunDeadline(IOptions<RestOptions> options, TimeProvider time)
{
    private readonly TimeSpan _timeout = TimeSpan.FromMilliseconds(options.Value.RestApiTimeoutInMs);

    /// <exception cref="SavedModelException">DeadlineExceeded: time ran out.</exception>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public T Run<T>(Func<CancellationToken, T> run, CancellationToken aborted)
    {
        using var timeout = new CancellationTokenSource(_timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, timeout.Token);
        try
        {
            return run(either.Token);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw new SavedModelException(
                StatusCode.DeadlineExceeded, $"The model did not answer within {_timeout.TotalMilliseconds} ms (--rest_api_timeout_in_ms).", exception);
        }
    }
}
